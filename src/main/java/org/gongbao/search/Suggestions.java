package org.gongbao.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.response.FacetField;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrDocument;
import org.gongbao.search.DocumentSearch.Suggestion;
import org.gongbao.search.Mistyped.Near;
import org.gongbao.search.NumberKeys.Meant;
import org.jspecify.annotations.Nullable;

/** Titles, numbers and issuers for somebody who is still typing, and titles that sound like what found nothing. */
final class Suggestions {

    private static final int MOST_ISSUERS = 3;
    private static final int MOST_TITLES = 6;
    private static final int MOST_ALIKE = 3;

    /** Titles that are looked at; of these the best are shown. */
    private static final int CANDIDATES = 40;

    /** So long the issuers of a moment ago will do. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final int LONGEST = 40;

    private final Function<SolrQuery, QueryResponse> index;
    private final Simplification simplification;
    private final NumberKeys numbers;
    private final Clock clock;
    private final Map<String, Spelling> spellings = new ConcurrentHashMap<>();
    private volatile Issuers issuers = new Issuers(Instant.MIN, List.of());

    Suggestions(Function<SolrQuery, QueryResponse> index, Simplification simplification, Clock clock) {
        this.index = index;
        this.simplification = simplification;
        this.numbers = new NumberKeys(simplification);
        this.clock = clock;
    }

    private record Issuers(Instant at, List<FacetField.Count> counts) {}

    private record Title(String uid, String text, int start, int length) {}

    List<Suggestion> of(String typed) {
        String phrase = SearchText.phrase(simplification.fold(typed));
        String words = phrase.substring(0, Math.min(LONGEST, phrase.length()));
        if (words.isBlank()) {
            return List.of();
        }
        String letters = letters(words);
        List<Suggestion> all = new ArrayList<>(issuers(words, letters));
        List<Title> titles = titles(words, letters);
        if (titles.isEmpty() || words.chars().anyMatch(Character::isDigit)) {
            List<Suggestion> numbered = numbered(typed);
            all.addAll(numbered);
            titles.removeIf(
                    title -> numbered.stream().anyMatch(each -> title.uid().equals(each.uid())));
        }
        titles.stream()
                .sorted(Comparator.comparingInt(Title::start).thenComparing(Title::length))
                .limit(MOST_TITLES)
                .map(title -> new Suggestion(title.text(), title.uid(), 1))
                .forEach(all::add);
        return all;
    }

    /** Words of titles that sound like a text, and are not that text; where none do, those that are all but written like it. */
    List<String> alike(String text) {
        String typed = text.replace(" ", "");
        String letters = letters(typed).isEmpty() ? Spelling.of(typed).whole() : letters(typed);
        if (typed.length() < 2 || letters.length() < 2) {
            return List.of();
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (SolrDocument found : candidates(SuggestionClauses.spelled(letters), false)) {
            String title = simplification.fold(String.valueOf(found.getFirstValue("title")));
            spelling(title)
                    .find(letters)
                    .map(span -> title.substring(span.start(), span.end()))
                    .filter(words -> !words.equals(typed))
                    .ifPresent(words -> counts.merge(words, 1, Integer::sum));
        }
        return counts.isEmpty() ? mistyped(typed) : most(counts);
    }

    /** Words of titles that differ from what was typed in a letter or a character; the nearest alone. */
    private List<String> mistyped(String typed) {
        String letters = letters(typed);
        Optional<Mistyped> mistyped = letters.isEmpty() ? Mistyped.characters(typed) : Mistyped.letters(letters);
        if (mistyped.isEmpty()) {
            return List.of();
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        int nearest = mistyped.get().edits();
        for (SolrDocument found : candidates(SuggestionClauses.near(mistyped.get(), !letters.isEmpty()), true)) {
            String title = simplification.fold(String.valueOf(found.getFirstValue("title")));
            Near near = (letters.isEmpty()
                            ? mistyped.get().nearest(title)
                            : mistyped.get().nearest(spelling(title)))
                    .filter(each -> each.words().chars().allMatch(Character::isLetterOrDigit))
                    .orElse(null);
            if (near != null && near.distance() <= nearest) {
                if (near.distance() < nearest) {
                    counts.clear();
                }
                nearest = near.distance();
                counts.merge(near.words(), 1, Integer::sum);
            }
        }
        return most(counts);
    }

    private static List<String> most(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_ALIKE)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What may be spelling: letters alone. */
    private static String letters(String words) {
        String letters = words.replace(" ", "").replace("'", "");
        return letters.chars().allMatch(character -> character >= 'a' && character <= 'z') ? letters : "";
    }

    private List<Suggestion> issuers(String words, String letters) {
        return issuers().stream()
                .filter(count -> at(count.getName(), words, letters) >= 0)
                .sorted(Comparator.<FacetField.Count>comparingInt(count -> at(count.getName(), words, letters))
                        .thenComparing(FacetField.Count::getCount, Comparator.reverseOrder()))
                .limit(MOST_ISSUERS)
                .map(count -> new Suggestion(count.getName(), null, count.getCount()))
                .toList();
    }

    private List<FacetField.Count> issuers() {
        Issuers known = issuers;
        Instant now = clock.instant();
        if (known.at().isBefore(now.minus(FRESH)) || known.at().isAfter(now)) {
            FacetField field = index.apply(SearchParameters.issuers()).getFacetField("issuer");
            known = new Issuers(now, field == null ? List.of() : field.getValues());
            issuers = known;
            spellings
                    .keySet()
                    .retainAll(known.counts().stream()
                            .map(FacetField.Count::getName)
                            .toList());
        }
        return known.counts();
    }

    private int at(String name, String words, String letters) {
        int at = simplification.fold(name).indexOf(words);
        if (at >= 0 || letters.isEmpty()) {
            return at;
        }
        return spellings
                .computeIfAbsent(name, each -> spelling(simplification.fold(each)))
                .find(letters)
                .map(Spelling.Span::start)
                .orElse(-1);
    }

    private static Spelling spelling(String folded) {
        return Spelling.of(folded);
    }

    private List<Title> titles(String words, String letters) {
        List<Title> titles = new ArrayList<>();
        for (SolrDocument found : candidates(
                letters.isEmpty() ? SuggestionClauses.written(words) : SuggestionClauses.spelled(letters), false)) {
            String title = String.valueOf(found.getFirstValue("title"));
            String folded = simplification.fold(title);
            int start = folded.replace(" ", "").indexOf(words.replace(" ", ""));
            if (start < 0 && !letters.isEmpty()) {
                start = spelling(folded).find(letters).map(Spelling.Span::start).orElse(-1);
            }
            if (start >= 0) {
                titles.add(new Title(String.valueOf(found.getFirstValue("id")), title, start, title.length()));
            }
        }
        return titles;
    }

    /** Documents whose numbers are what is being typed, or begin with it. */
    private List<Suggestion> numbered(String typed) {
        Meant meant = numbers.meant(typed.substring(0, Math.min(LONGEST, typed.length())));
        if (meant.keys().isEmpty()
                && meant.allTails().isEmpty()
                && meant.beginnings().isEmpty()) {
            return List.of();
        }
        List<Suggestion> numbered = new ArrayList<>();
        for (SolrDocument found : candidates(SuggestionClauses.numbered(meant), false)) {
            if (numbered.size() < MOST_TITLES) {
                numbered.add(new Suggestion(
                        found.getFirstValue("number") + " " + found.getFirstValue("title"),
                        String.valueOf(found.getFirstValue("id")),
                        1));
            }
        }
        return numbered;
    }

    private Iterable<SolrDocument> candidates(Function<QueryParts, String> clause, boolean byScore) {
        SolrQuery query = new SolrQuery();
        query.setRequestHandler("/documents");
        query.setQuery(clause.apply(new QueryParts(query)));
        query.addFilterQuery("{!term f=" + Entries.ENTRY + " v=" + Entries.DOCUMENT + "}");
        query.setFields("id", "title", "number");
        query.setRows(CANDIDATES);
        if (byScore) {
            query.addSort("score", SolrQuery.ORDER.desc);
        }
        query.addSort("issued_on", SolrQuery.ORDER.desc);
        query.addSort("id", SolrQuery.ORDER.asc);
        return Optional.<@Nullable Iterable<SolrDocument>>ofNullable(
                        index.apply(query).getResults())
                .orElse(List.of());
    }
}
