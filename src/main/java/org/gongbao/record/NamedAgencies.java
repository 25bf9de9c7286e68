package org.gongbao.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The agencies that a record names (所称机关): issuers, addressees and units, each name once with all its roles. */
public final class NamedAgencies {

    private NamedAgencies() {}

    /**
     * A reference for each name, in the order of the record.
     *
     * @param resolver which agency a name means
     */
    public static List<AgencyReference> of(DocumentRecord record, Function<String, AgencyReference> resolver) {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        record.issuers().forEach(name -> add(roles, name, "issuer"));
        record.addressees().forEach(name -> add(roles, name, "addressee"));
        record.tasks().forEach(task -> task.units().forEach(name -> add(roles, name, "unit")));
        List<AgencyReference> agencies = new ArrayList<>();
        roles.forEach(
                (name, all) -> agencies.add(resolver.apply(name).printedAs(name).withRoles(all)));
        return agencies;
    }

    private static void add(Map<String, List<String>> roles, String name, String role) {
        List<String> all = roles.computeIfAbsent(name, each -> new ArrayList<>());
        if (!all.contains(role)) {
            all.add(role);
        }
    }

    /**
     * What is still true of the references after names were corrected: a name that stayed keeps its agency, a new one has
     * none, since a person gave words and not an identifier.
     */
    public static List<AgencyReference> corrected(DocumentRecord record) {
        Map<String, AgencyReference> known = new LinkedHashMap<>();
        record.agencies().forEach(agency -> {
            known.put(agency.name(), agency);
            if (agency.fullName() != null) {
                known.putIfAbsent(agency.fullName(), agency);
            }
        });
        return of(record, name -> known.getOrDefault(name, AgencyReference.unresolved(name)));
    }
}
