package org.gongbao.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.record.AgencyReference;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.GazetteIssue;

/** What a record is counted and filtered by (分面). */
final class FacetValues {

    static final String TABLES = "tables";
    static final String DUTIES = "duties";
    static final String ATTACHMENTS = "attachments";

    /** Signs between a theme and the one below it. */
    private static final String BETWEEN_THEMES = "\\s*[\\\\/＼／>＞]\\s*";

    private FacetValues() {}

    /** The divisions of its issuers, else its own, each after those that it lies in. */
    static Set<String> places(DocumentRecord record) {
        Set<String> places = new LinkedHashSet<>();
        for (AgencyReference agency : record.agencies()) {
            if (agency.roles().contains("issuer") && agency.division() != null) {
                places.addAll(Places.path(agency.division()));
            }
        }
        if (places.isEmpty() && record.jurisdiction() != null) {
            places.addAll(Places.path(record.jurisdiction()));
        }
        return places;
    }

    /** Every name that the record has for its issuers. */
    static Set<String> issuerNames(DocumentRecord record) {
        Set<String> names = new LinkedHashSet<>(record.issuers());
        for (AgencyReference agency : record.agencies()) {
            if (agency.roles().contains("issuer")) {
                Optional.ofNullable(agency.fullName()).ifPresent(names::add);
                names.add(agency.name());
                names.addAll(agency.otherNames());
            }
        }
        return names;
    }

    /** Its issuers by identifier, those of which it is not known who they are by name. */
    static Set<String> agencies(DocumentRecord record) {
        Set<String> agencies = new LinkedHashSet<>();
        for (String issuer : record.issuers()) {
            agencies.add(resolved(record, issuer).map(AgencyReference::id).orElse(issuer));
        }
        return agencies;
    }

    /** What is known of the names of its issuers, as {@link AgencyNames} reads it. */
    static Set<String> agencyNames(DocumentRecord record) {
        Set<String> names = new LinkedHashSet<>();
        for (String issuer : record.issuers()) {
            resolved(record, issuer).ifPresent(agency -> names.add(AgencyNames.write(issuer, agency)));
        }
        return names;
    }

    private static Optional<AgencyReference> resolved(DocumentRecord record, String issuer) {
        return record.agencies().stream()
                .filter(agency -> agency.id() != null
                        && agency.roles().contains("issuer")
                        && agency.name().equals(issuer))
                .findFirst();
    }

    /** {@code 综合政务}, {@code 综合政务/政务公开}. */
    static Set<String> themes(DocumentRecord record) {
        Set<String> themes = new LinkedHashSet<>();
        for (String theme : record.themes()) {
            String path = "";
            for (String step : theme.strip().split(BETWEEN_THEMES)) {
                path = path.isEmpty() ? step : path + "/" + step;
                themes.add(path);
            }
        }
        return themes;
    }

    /** {@code 云州市人民政府公报/2023/3}; empty where the issue is not known whole. */
    static Optional<String> gazette(DocumentRecord record) {
        GazetteIssue gazette = record.gazette();
        return gazette == null || gazette.year() == null || gazette.issue() == null
                ? Optional.empty()
                : Optional.of(gazette.series() + "/" + gazette.year() + "/" + gazette.issue());
    }

    static List<String> holds(PublishedDocument document) {
        DocumentRecord record = document.record();
        List<String> holds = new ArrayList<>();
        if (!record.tables().isEmpty()) {
            holds.add(TABLES);
        }
        if (!record.tasks().isEmpty()
                || document.items().stream().anyMatch(item -> !item.tasks().isEmpty())) {
            holds.add(DUTIES);
        }
        if (!record.attachments().isEmpty()) {
            holds.add(ATTACHMENTS);
        }
        return holds;
    }
}
