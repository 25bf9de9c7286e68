package org.gongbao.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.record.AgencyAuthority;
import org.gongbao.record.AgencyReference;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Which agencies the names of a record mean (机关规范): issuers, addressees and units, each name once with all its roles, by the
 * authority file in the document's place and on its day. A name that stays open has no identifier.
 */
final class AgencyStep implements Step {

    private final AgencyAuthority authority;
    private final Simplification simplification;

    AgencyStep(Profiles profiles) {
        authority = profiles.authority();
        simplification = profiles.simplification();
    }

    @Override
    public void apply(Draft draft) {
        DocumentRecord record = draft.record().build();
        Map<String, List<String>> roles = new LinkedHashMap<>();
        record.issuers().forEach(name -> add(roles, name, "issuer"));
        record.addressees().forEach(name -> add(roles, name, "addressee"));
        record.tasks().forEach(task -> task.units().forEach(name -> add(roles, name, "unit")));
        @Nullable String place = draft.jurisdiction().orElse(null);
        @Nullable LocalDate day = draft.issuedOn().orElse(null);
        List<AgencyReference> agencies = new ArrayList<>();
        roles.forEach((name, all) -> agencies.add(reference(name, place, day).withRoles(all)));
        draft.record().agencies(agencies);
        agencies.stream()
                .filter(agency -> agency.id() == null && agency.roles().contains("issuer"))
                .forEach(agency -> draft.finding(Finding.info(
                                "agency.unknown",
                                "the authority file knows no \"" + agency.name()
                                        + "\", expected one agency of this name")
                        .quoting(agency.name())));
    }

    private AgencyReference reference(String name, @Nullable String place, @Nullable LocalDate day) {
        AgencyReference found = authority.resolve(simplification.of(name), place, day);
        return found.name().equals(name) ? found : found.printedAs(name);
    }

    private static void add(Map<String, List<String>> roles, String name, String role) {
        List<String> all = roles.computeIfAbsent(name, each -> new ArrayList<>());
        if (!all.contains(role)) {
            all.add(role);
        }
    }
}
