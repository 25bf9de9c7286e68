package org.gongbao.web.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongbao.access.Account;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.access.TrailEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the frame around every page of the desk needs to know. */
@Component("desk")
public class DeskFrame {

    private final DeskSessions sessions;
    private final Provider provider;
    private final ObjectProvider<DeskEntry> entries;

    DeskFrame(DeskSessions sessions, Provider provider, ObjectProvider<DeskEntry> entries) {
        this.provider = provider;
        this.sessions = sessions;
        this.entries = entries;
    }

    /** Who is signed in; null for a visitor and for who is on the way through sign-in. */
    public @Nullable Person person() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                        .filter(request -> sessions.stage(request).equals(Optional.of(Stage.DONE)))
                        .flatMap(sessions::account)
                        .map(Account::person)
                        .orElse(null)
                : null;
    }

    /** Whether who is signed in has a password here to change. */
    public boolean hasPassword() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && sessions.account(attributes.getRequest())
                        .filter(Account::hasPassword)
                        .isPresent();
    }

    /** What happened to the account of who is signed in since it was last used in this browser. */
    public List<TrailEntry> notices() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? DeviceCookie.notices(attributes.getRequest())
                : List.of();
    }

    /** Whether people may sign in at a provider. */
    public boolean hasProvider() {
        return provider.isOn();
    }

    /** The roles of who is signed in, in their order. */
    public List<Role> roles() {
        Person person = person();
        return person == null ? List.of() : person.roles().stream().sorted().toList();
    }

    /** Where who is signed in may go. */
    public List<DeskEntry> navigation() {
        Person person = person();
        return person == null
                ? List.of()
                : entries.stream()
                        .filter(entry -> entry.roles().stream().anyMatch(person::has))
                        .sorted(Comparator.comparingInt(DeskEntry::order))
                        .toList();
    }
}
