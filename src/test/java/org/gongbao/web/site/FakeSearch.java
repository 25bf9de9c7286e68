package org.gongbao.web.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Validity;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchRequest;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.gongbao.search.SearchResult;
import org.gongbao.search.SearchResult.Count;
import org.gongbao.search.SearchResult.Hit;
import org.gongbao.search.SearchResult.Passage;
import org.gongbao.search.SearchResult.Piece;
import org.gongbao.search.SearchResult.Understood;

/** Finds documents in memory that hold the text as it was typed. */
final class FakeSearch implements DocumentSearch {

    /** As long as the index lets the names of sections be. */
    static final String LONG_SECTION = "云州市财政局关于公布2023年市级行政事业性收费目录清单的公…";

    private final FakeDocuments documents;

    FakeSearch(FakeDocuments documents) {
        this.documents = documents;
    }

    @Override
    public SearchResult search(SearchRequest request) {
        return search(request, document -> true);
    }

    @Override
    public SearchResult feed(SearchRequest request) {
        return search(request, document -> document.terms().mayBeIndexed());
    }

    @Override
    public SearchResult open(SearchRequest request) {
        return search(request, document -> document.terms().isOpenData());
    }

    @Override
    public Set<String> matching(SearchRequest request, Collection<String> uids) {
        return search(new SearchRequest(request.text(), request.filters(), request.inForceOn(), Sort.NEWEST, 1, 1_000))
                .hits()
                .stream()
                .map(Hit::uid)
                .filter(uids::contains)
                .collect(Collectors.toSet());
    }

    private SearchResult search(SearchRequest request, Predicate<PublishedDocument> wanted) {
        List<PublishedDocument> found = documents
                .all()
                .filter(wanted)
                .filter(document -> holds(document, request.text()))
                .filter(document -> request.filters().entrySet().stream()
                        .allMatch(filter ->
                                values(document, filter.getKey()).stream().anyMatch(filter.getValue()::contains)))
                .filter(document -> held(document.record(), request.inForceOn()))
                .sorted(order(request))
                .toList();
        List<Hit> hits = found.stream()
                .skip((request.page() - 1L) * request.size())
                .limit(request.size())
                .map(document -> hit(document, request.text()))
                .toList();
        return new SearchResult(found.size(), hits, facets(found), null, understood(request, found));
    }

    private static Understood understood(SearchRequest request, List<PublishedDocument> found) {
        boolean isAbsent = found.isEmpty() && request.text().matches("\\p{IsHan}+〔\\d{4}〕\\d+号");
        boolean isShort = request.text().equals("棚改 -标题:试行");
        return new Understood(
                isShort ? List.of("棚改") : List.of(),
                isShort ? List.of("棚户区改造") : List.of(),
                isShort ? List.of("-title:试行") : List.of(),
                false,
                null,
                isAbsent ? request.text() : null,
                List.of(),
                0,
                0);
    }

    @Override
    public long issuers() {
        return documents
                .all()
                .flatMap(document -> document.record().issuers().stream())
                .distinct()
                .count();
    }

    @Override
    public List<Suggestion> suggest(String typed) {
        return documents
                .all()
                .filter(document -> !typed.isEmpty()
                        && String.valueOf(document.record().title()).contains(typed))
                .map(document -> new Suggestion(
                        String.valueOf(document.record().title()),
                        document.uid().value(),
                        1))
                .toList();
    }

    private static boolean holds(PublishedDocument document, String text) {
        DocumentRecord record = document.record();
        String words = text.startsWith("文号:") ? text.substring(3) : text;
        return (record.title() + "\n" + record.documentNumber() + "\n" + record.text()).contains(words);
    }

    private static boolean held(DocumentRecord record, LocalDate day) {
        return day == null || record.issuedOn() != null && !record.issuedOn().isAfter(day);
    }

    private static Comparator<PublishedDocument> order(SearchRequest request) {
        if (request.sort() == Sort.PUBLISHED) {
            return Comparator.comparing(PublishedDocument::versionAt).reversed();
        }
        Comparator<PublishedDocument> oldest = Comparator.comparing(
                document -> Objects.requireNonNullElse(document.record().issuedOn(), LocalDate.EPOCH));
        return request.sort() == Sort.OLDEST ? oldest : oldest.reversed();
    }

    private static Hit hit(PublishedDocument document, String text) {
        DocumentRecord record = document.record();
        String title = Objects.requireNonNullElse(record.displayTitle(), "");
        int at = text.isEmpty() ? -1 : record.text().indexOf(text);
        List<Passage> passages = at < 0
                ? List.of()
                : List.of(new Passage(
                        marked(
                                        record.text()
                                                .substring(
                                                        Math.max(0, at - 30),
                                                        Math.min(record.text().length(), at + 60)),
                                        text)
                                .pieces(),
                        record.text().codePointCount(0, Math.max(0, at - 30)),
                        2,
                        LONG_SECTION));
        return new Hit(
                document.uid().value(),
                marked(title, text),
                record.documentNumber(),
                record.documentKind(),
                record.issuers(),
                record.issuedOn(),
                document.versionAt(),
                record.language(),
                record.validity() == null ? Validity.UNKNOWN : record.validity().status(),
                text.equals(record.documentNumber()),
                passages);
    }

    private static Passage marked(String text, String words) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(words); !words.isEmpty() && at >= 0; at = text.indexOf(words, from)) {
            pieces.add(new Piece(text.substring(from, at), false));
            pieces.add(new Piece(words, true));
            from = at + words.length();
        }
        pieces.add(new Piece(text.substring(from), false));
        return new Passage(pieces);
    }

    private static Map<Facet, List<Count>> facets(List<PublishedDocument> found) {
        Map<Facet, List<Count>> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Map<String, Long> counts = new LinkedHashMap<>();
            found.forEach(document -> values(document, facet).forEach(value -> counts.merge(value, 1L, Long::sum)));
            facets.put(
                    facet,
                    counts.entrySet().stream()
                            .map(entry -> new Count(entry.getKey(), entry.getValue()))
                            .sorted(
                                    facet == Facet.YEAR
                                            ? Comparator.comparing(Count::value).reversed()
                                            : Comparator.comparing(Count::documents)
                                                    .reversed())
                            .toList());
        }
        return facets;
    }

    private static List<String> values(PublishedDocument document, Facet facet) {
        DocumentRecord record = document.record();
        return switch (facet) {
            case ISSUER -> record.issuers();
            case AGENCY -> record.issuers().stream().map(FakeAgencies::id).toList();
            case NORMATIVE -> List.of(record.normative());
            case PLACE, THEME, MONTH, GAZETTE, HOLDS -> List.of();
            case KIND -> Stream.ofNullable(record.documentKind()).toList();
            case YEAR ->
                Stream.ofNullable(record.issuedOn())
                        .map(day -> Integer.toString(day.getYear()))
                        .toList();
            case VALIDITY ->
                List.of(
                        record.validity() == null
                                ? Validity.UNKNOWN
                                : record.validity().status());
        };
    }
}
