package org.gongbao.web.site;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.search.AgencyCounts;
import org.gongbao.search.UnavailableSearch;

/** Agencies of documents in memory; two of them are known, and one name is that of two agencies. */
final class FakeAgencies implements AgencyCounts {

    static final String FINANCE = "990100-finance";
    private static final Map<String, String> KNOWN = Map.of("云州市财政局", FINANCE, "云州市人民政府办公室", "990100-gov-office");

    private final FakeDocuments documents;
    private final boolean isAway;

    FakeAgencies(FakeDocuments documents, boolean isAway) {
        this.documents = documents;
        this.isAway = isAway;
    }

    static String id(String issuer) {
        return KNOWN.getOrDefault(issuer, issuer);
    }

    @Override
    public List<Name> names() {
        return names(document -> true);
    }

    @Override
    public List<Name> openNames() {
        return names(document -> document.terms().isOpenData());
    }

    private List<Name> names(Predicate<PublishedDocument> wanted) {
        requireIndex();
        Map<String, Long> counts = new LinkedHashMap<>();
        documents
                .all()
                .filter(wanted)
                .forEach(document -> document.record().issuers().forEach(issuer -> {
                    if (KNOWN.containsKey(issuer)) {
                        counts.merge(issuer, 1L, Long::sum);
                    }
                }));
        return counts.entrySet().stream()
                .map(count -> new Name(
                        id(count.getKey()),
                        count.getKey(),
                        count.getKey(),
                        LocalDate.of(1998, 3, 1),
                        null,
                        count.getValue()))
                .toList();
    }

    @Override
    public List<Name> namesOf(String id) {
        return names().stream().filter(name -> name.id().equals(id)).toList();
    }

    @Override
    public List<Name> called(String issuer) {
        return names().stream().filter(name -> name.printed().equals(issuer)).toList();
    }

    @Override
    public List<Cell> cells() {
        requireIndex();
        Map<Cell, Long> counts = new LinkedHashMap<>();
        documents
                .all()
                .forEach(document -> document.record()
                        .issuers()
                        .forEach(issuer ->
                                counts.merge(new Cell(id(issuer), year(document), kind(document), 0), 1L, Long::sum)));
        return counts.entrySet().stream()
                .map(count -> new Cell(
                        count.getKey().agency(),
                        count.getKey().year(),
                        count.getKey().kind(),
                        count.getValue()))
                .toList();
    }

    private static String year(PublishedDocument document) {
        LocalDate day = document.record().issuedOn();
        return day == null ? "" : Integer.toString(day.getYear());
    }

    private static String kind(PublishedDocument document) {
        return Objects.requireNonNullElse(document.record().documentKind(), "");
    }

    private void requireIndex() {
        if (isAway) {
            new UnavailableSearch().issuers();
        }
    }
}
