package org.gongbao.recognition;

import java.time.LocalDate;
import java.util.List;
import org.gongbao.record.AgencyAuthority;
import org.gongbao.record.AgencyReference;
import org.gongbao.record.Finding;
import org.gongbao.record.NamedAgencies;
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
        @Nullable String place = draft.jurisdiction().orElse(null);
        @Nullable LocalDate day = draft.issuedOn().orElse(null);
        List<AgencyReference> agencies = NamedAgencies.of(
                draft.record().build(), name -> authority.resolve(simplification.of(name), place, day));
        draft.record().agencies(agencies);
        agencies.stream()
                .filter(agency -> agency.id() == null && agency.roles().contains("issuer"))
                .forEach(agency -> draft.finding(Finding.info(
                                "agency.unknown",
                                "the authority file knows no \"" + agency.name()
                                        + "\", expected one agency of this name")
                        .quoting(agency.name())));
    }
}
