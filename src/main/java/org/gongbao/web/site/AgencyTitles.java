package org.gongbao.web.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.gongbao.search.AgencyCounts;
import org.gongbao.search.SearchUnavailableException;
import org.springframework.stereotype.Component;

/**
 * What an agency is called, for who knows its identifier: the full name under which it issued most. A page names up to a
 * hundred; they are asked of the index together, and again when one is missing or a minute has passed.
 */
@Component
class AgencyTitles {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final AgencyCounts agencies;
    private final Clock clock;
    private volatile Known known = new Known(Map.of(), Instant.EPOCH);

    AgencyTitles(AgencyCounts agencies, Clock clock) {
        this.agencies = agencies;
        this.clock = clock;
    }

    private record Known(Map<String, String> titles, Instant at) {}

    /** The identifier itself where it issued nothing, and while the index is away; a name that is none stays as it is. */
    String name(String id) {
        if (!AgencyCounts.IDENTIFIER.matcher(id).matches()) {
            return id;
        }
        Known now = known;
        Instant time = clock.instant();
        if (!now.titles().containsKey(id) || !time.isBefore(now.at().plus(KEPT))) {
            now = new Known(asked(now), time);
            known = now;
        }
        return now.titles().getOrDefault(id, id);
    }

    private Map<String, String> asked(Known before) {
        try {
            return agencies.titles();
        } catch (SearchUnavailableException e) {
            return before.titles();
        }
    }
}
