package org.gongbao.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agency that a document names (机关引用), and which one it is by the authority file.
 *
 * @param name as the document has it
 * @param id stable identifier, the division's code and the kind ({@code 990100-finance}); null where it is not known which
 *     agency is meant: none is ever made up
 * @param kind of {@code ingest/agencies/kinds.tsv}, {@code names.tsv} or {@code groups.tsv}; {@code division} for a bare place
 * @param division six digits after GB/T 2260, 000000 for the whole country
 * @param fullName what the agency is called in full
 * @param roles what it does in the document: {@code issuer}, {@code addressee}, {@code unit} (of a task)
 * @param since from when it was so called, where the file knows
 * @param until first day on which it was no longer so called
 * @param otherNames names of the same body in brackets behind the first: {@code 市编办（市审改办）} is one body
 * @param group who it was on the document's day, for a collective unit
 */
public record AgencyReference(
        String name,
        @Nullable String id,
        @Nullable String kind,
        @Nullable String division,
        @Nullable String fullName,
        List<String> roles,
        @Nullable LocalDate since,
        @Nullable LocalDate until,
        List<String> otherNames,
        @Nullable AgencyGroup group) {

    public AgencyReference {
        roles = List.copyOf(roles);
        otherNames = List.copyOf(otherNames);
    }

    /** A name of which it is not known whose it is. */
    public static AgencyReference unresolved(String name) {
        return new AgencyReference(name, null, null, null, null, List.of(), null, null, List.of(), null);
    }

    public AgencyReference withRoles(List<String> all) {
        return new AgencyReference(name, id, kind, division, fullName, all, since, until, otherNames, group);
    }

    /** The same agency under the name that a document has for it, in its own characters. */
    public AgencyReference printedAs(String printed) {
        return named(printed, otherNames);
    }

    AgencyReference named(String printed, List<String> others) {
        return new AgencyReference(printed, id, kind, division, fullName, roles, since, until, others, group);
    }

    /** The office of this agency. */
    AgencyReference office(String printed, String office) {
        return new AgencyReference(
                printed,
                id + "-office",
                kind + "-office",
                division,
                fullName + office,
                roles,
                null,
                null,
                otherNames,
                null);
    }
}
