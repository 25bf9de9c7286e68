package org.gongbao.search;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is counted of the agencies (机关) that issued the public documents. While the index is away all throw as searches do. */
public interface AgencyCounts {

    /** The identifier of an agency begins with its division's code. */
    Pattern IDENTIFIER = Pattern.compile("(\\d{6})(?:-[a-z0-9-]+)?");

    /** Every name of every agency that issued something, by the agency's identifier. */
    List<Name> names();

    /** The same of what is open data alone. */
    List<Name> openNames();

    /** The names of one agency, the most frequent first; empty where it issued nothing. */
    List<Name> namesOf(String id);

    /** The names under which an issuer is so called, of one agency or of several. */
    List<Name> called(String issuer);

    /** Number of documents by agency, year and kind; a document of two agencies counts for both. */
    List<Cell> cells();

    /** What an agency is called, by its identifier: the full name under which most was issued. */
    default Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        Map<String, Long> most = new LinkedHashMap<>();
        for (Name name : names()) {
            if (name.documents() > most.getOrDefault(name.id(), 0L)) {
                most.put(name.id(), name.documents());
                titles.put(name.id(), name.title());
            }
        }
        return titles;
    }

    /**
     * A name of an agency.
     *
     * @param id identifier in the authority file, such as {@code 990100-finance}
     * @param printed as documents have it
     * @param fullName empty where the file has none
     * @param since from when it was so called, where the file knows
     * @param until first day on which it was no longer so called
     */
    record Name(
            String id,
            String printed,
            String fullName,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            long documents) {

        public String title() {
            return fullName.isEmpty() ? printed : fullName;
        }

        /** The division's code, with which every identifier begins. */
        public String place() {
            return id.substring(0, Math.min(6, id.length()));
        }
    }

    /**
     * A number of documents.
     *
     * @param agency identifier, or a name where it is not known whose it is; empty for documents without issuers
     * @param year empty where it is not known
     * @param kind empty where it is not known
     */
    record Cell(String agency, String year, String kind, long documents) {}
}
