package org.gongbao.search;

import java.time.LocalDate;
import java.util.List;
import org.gongbao.record.AgencyReference;
import org.gongbao.search.AgencyCounts.Name;
import org.jspecify.annotations.Nullable;

/** Writes what an agency is called into one value of the index, and reads it again. */
final class AgencyNames {

    private static final String BETWEEN = "\t";
    private static final int PARTS = 5;

    private AgencyNames() {}

    /** @param issuer as the record has it */
    static String write(String issuer, AgencyReference agency) {
        return String.join(
                BETWEEN,
                String.valueOf(agency.id()),
                part(issuer),
                part(agency.fullName()),
                part(agency.since()),
                part(agency.until()));
    }

    /** How all values of an agency begin. */
    static String beginning(String id) {
        return id + BETWEEN;
    }

    /** What all values hold in which an issuer is so called. */
    static String issuer(String name) {
        return BETWEEN + part(name) + BETWEEN;
    }

    static Name read(String value, long documents) {
        List<String> parts = List.of(value.split(BETWEEN, PARTS));
        return new Name(parts.get(0), parts.get(1), parts.get(2), date(parts.get(3)), date(parts.get(4)), documents);
    }

    private static @Nullable LocalDate date(String part) {
        return part.isEmpty() ? null : LocalDate.parse(part);
    }

    private static String part(@Nullable Object value) {
        return value == null ? "" : Marks.clean(value.toString()).replaceAll("\\s", " ");
    }
}
