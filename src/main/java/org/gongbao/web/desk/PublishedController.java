package org.gongbao.web.desk;

import java.util.List;
import java.util.Set;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.PublishedVersions;
import org.gongbao.publication.Takedown;
import org.gongbao.publication.Takedowns;
import org.gongbao.publication.Uid;
import org.gongbao.review.Submissions;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Documents that are public, as the office sees them: their events, and the way to take one down at once (紧急撤下). */
@Controller
class PublishedController {

    private static final int LONGEST_REASON = 500;

    private final PublishedDocuments documents;
    private final PublishedVersions versions;
    private final Takedowns takedowns;
    private final Submissions submissions;

    PublishedController(
            PublishedDocuments documents, PublishedVersions versions, Takedowns takedowns, Submissions submissions) {
        this.documents = documents;
        this.versions = versions;
        this.takedowns = takedowns;
        this.submissions = submissions;
    }

    @Bean
    static DeskEntry publishedEntry() {
        return new DeskEntry(200, "published", "/desk/published", Set.of(Role.EDITOR, Role.CHIEF_EDITOR));
    }

    /** Takedowns that wait for the second chief editor, and a way to any document by its identifier or address. */
    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @GetMapping("/desk/published")
    String list(@RequestParam(defaultValue = "") String document, Model model) {
        String uid = document.strip().replaceFirst("^.*/doc/", "").replaceFirst("[.?#/].*$", "");
        if (Uid.isUid(uid) && documents.find(new Uid(uid)).isPresent()) {
            return "redirect:/desk/published/" + uid;
        }
        model.addAttribute("asked", document);
        model.addAttribute("open", takedowns.open());
        model.addAttribute(
                "overdue", takedowns.overdue().stream().map(Takedown::uid).toList());
        return "desk/published-list";
    }

    @For({Role.EDITOR, Role.CHIEF_EDITOR})
    @GetMapping("/desk/published/{uid}")
    String page(@PathVariable String uid, Person person, Model model) {
        Uid document = uid(uid);
        PublicState state = documents.find(document).orElseThrow(Refusal::notFound);
        List<Takedown> taken = takedowns.of(document);
        model.addAttribute("uid", uid);
        model.addAttribute("title", title(state));
        model.addAttribute(
                "mayTravel",
                state instanceof PublicState.Public open
                        && open.document().terms().mayBeIndexed());
        model.addAttribute("gone", state instanceof PublicState.Gone gone ? gone : null);
        model.addAttribute("events", versions.events(document));
        model.addAttribute("takedowns", taken);
        model.addAttribute(
                "open", taken.stream().filter(Takedown::isOpen).findFirst().orElse(null));
        model.addAttribute("isChief", person.has(Role.CHIEF_EDITOR));
        model.addAttribute("submission", submissions.of(document).orElse(null));
        return "desk/published";
    }

    private static @Nullable String title(PublicState state) {
        return state instanceof PublicState.Public open
                ? open.document().record().displayTitle()
                : null;
    }

    private static Uid uid(String text) {
        if (!Uid.isUid(text)) {
            throw Refusal.notFound();
        }
        return new Uid(text);
    }

    /** What a chief editor does with a takedown. */
    private interface Doing {
        Object with(Uid uid);
    }

    private static String done(String uid, Doing doing) {
        try {
            doing.with(uid(uid));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw Refusal.badRequest("desk.takedown", String.valueOf(e.getMessage()));
        }
        return "redirect:/desk/published/" + uid;
    }

    @Fresh
    @For(Role.CHIEF_EDITOR)
    @PostMapping("/desk/published/{uid}/takedown")
    String takeDown(@PathVariable String uid, @RequestParam String reason, Person person) {
        String words = Texts.limited(reason, LONGEST_REASON);
        return done(uid, document -> takedowns.takeDown(document, person, words));
    }

    @Fresh
    @For(Role.CHIEF_EDITOR)
    @PostMapping("/desk/published/{uid}/takedown/confirm")
    String confirm(@PathVariable String uid, Person person) {
        return done(uid, document -> takedowns.confirm(document, person));
    }

    @Fresh
    @For(Role.CHIEF_EDITOR)
    @PostMapping("/desk/published/{uid}/takedown/reverse")
    String reverse(@PathVariable String uid, Person person) {
        return done(uid, document -> takedowns.reverse(document, person));
    }
}
