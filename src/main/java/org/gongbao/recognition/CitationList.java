package org.gongbao.recognition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongbao.record.Citation;
import org.gongbao.record.Proposal;
import org.jspecify.annotations.Nullable;

/** The cited documents of one document (引用清单), each once, with its evidence. Itself it does not cite. */
final class CitationList {

    private final Draft draft;
    private final CitationRelations relations;
    private final Map<String, Cited> citations = new LinkedHashMap<>();

    private record Cited(Citation citation, Seen seen) {}

    CitationList(Draft draft, CitationRelations relations) {
        this.draft = draft;
        this.relations = relations;
    }

    /** Adds a citation whose relation its own words say. */
    void add(Citation citation, Seen seen) {
        citations.putIfAbsent(seen.value(), new Cited(citation, seen));
    }

    /** Adds what a line cites; how, the words around it say, or else the list that it belongs to. */
    void add(
            CitedLine cited,
            int from,
            int to,
            @Nullable String named,
            @Nullable String number,
            boolean repaired,
            CitedOrigin origin) {
        String title = named == null || number != null ? named : nameOfEnclosed(named);
        String key = number != null ? number : title == null ? "" : title;
        if (isOwn(title, number) || citations.containsKey(key) || title != null && isKnown(title, number)) {
            return;
        }
        CitationRelations.Found found = relations.of(draft, cited.text(), from, to, title);
        ListedLines.Listed listed = cited.listed();
        if (listed != null && !Proposal.changesOthers(found.relation())) {
            found = new CitationRelations.Found(listed.relation(), listed.lead() + " " + cited.text());
        }
        Citation citation =
                new Citation(title, number, found.relation(), found.quote(), origin.issuer(), origin.date());
        Seen seen = Seen.at(cited.line(), from, to, key, "citation." + (title == null ? "number" : "title") + "/1");
        citations.put(key, new Cited(withEarlier(citation), repaired ? seen.repairedTo(key, 0.95) : seen));
    }

    /** A document named without its number before is the same one: what was said of it there holds. */
    private Citation withEarlier(Citation citation) {
        Cited earlier = citation.documentNumber() == null || citation.title() == null
                ? null
                : citations.remove(citation.title());
        return earlier != null && citation.relation().equals("引用")
                ? citation.withRelation(earlier.citation().relation())
                : citation;
    }

    private boolean isOwn(@Nullable String title, @Nullable String number) {
        return number != null
                        && draft.number()
                                .filter(mine -> mine.toString().equals(number))
                                .isPresent()
                || title != null
                        && draft.title()
                                .filter(mine -> fold(mine).equals(fold(title)))
                                .isPresent();
    }

    /** The same title without its number, after it was cited with it. */
    private boolean isKnown(String title, @Nullable String number) {
        return number == null
                && citations.values().stream()
                        .map(known -> known.citation().title())
                        .filter(Objects::nonNull)
                        .anyMatch(title::equals);
    }

    /**
     * A document has one name in a record: what the notice carries is cited by the name that the record gives it, although
     * the text may write {@code 《关于…的意见》} and {@code 《市水利局关于…意见》} of the same.
     */
    private String nameOfEnclosed(String title) {
        return draft.enclosedTitle()
                .filter(enclosed ->
                        title.length() > 6 && withoutParticle(enclosed).endsWith(withoutParticle(title)))
                .orElse(title);
    }

    private static String withoutParticle(String title) {
        return fold(title).replace("的", "");
    }

    private static String fold(String title) {
        return title.replaceAll("[《》〈〉<>]", "");
    }

    /** What was found, in order. What only proposes cites others and changes none. */
    List<Citation> all() {
        return citations.values().stream()
                .map(Cited::citation)
                .map(citation -> draft.isProposal() ? Proposal.withoutEffect(citation) : citation)
                .toList();
    }

    /** Puts the citations and their evidence into the record. */
    void write() {
        draft.record().citations(all());
        citations.values().forEach(cited -> draft.claim("citations", cited.seen()));
    }
}
