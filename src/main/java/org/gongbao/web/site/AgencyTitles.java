package org.gongbao.web.site;

import java.util.Comparator;
import org.gongbao.search.AgencyCounts;
import org.gongbao.search.SearchUnavailableException;
import org.springframework.stereotype.Component;

/** What an agency is called, for who knows its identifier: the full name under which it issued most. */
@Component
class AgencyTitles {

    private final AgencyCounts agencies;

    AgencyTitles(AgencyCounts agencies) {
        this.agencies = agencies;
    }

    /** The identifier itself where it issued nothing, and while the index is away. */
    String name(String id) {
        try {
            return agencies.namesOf(id).stream()
                    .max(Comparator.comparingLong(AgencyCounts.Name::documents))
                    .map(AgencyCounts.Name::title)
                    .orElse(id);
        } catch (SearchUnavailableException e) {
            return id;
        }
    }
}
