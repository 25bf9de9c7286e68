package org.gongbao.recognition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.record.Citation;
import org.gongbao.record.Proposal;
import org.jspecify.annotations.Nullable;

/** The cited documents of one document (引用清单), each once, with its evidence. Itself it does not cite. */
final class CitationList {

    private final Draft draft;
    private final CitationRelations relations;
    private final Map<String, Citation> citations = new LinkedHashMap<>();

    CitationList(Draft draft, CitationRelations relations) {
        this.draft = draft;
        this.relations = relations;
    }

    /** Adds a citation whose relation its own words say. */
    void add(Citation citation, Seen seen) {
        if (citations.putIfAbsent(seen.value(), citation) == null) {
            draft.claim("citations", seen);
        }
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
        citations.put(
                key, new Citation(title, number, found.relation(), found.quote(), origin.issuer(), origin.date()));
        Seen seen = Seen.at(cited.line(), from, to, key, "citation." + (title == null ? "number" : "title") + "/1");
        draft.claim("citations", repaired ? seen.repairedTo(key, 0.95) : seen);
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
                        .map(Citation::title)
                        .flatMap(known -> Optional.ofNullable(known).stream())
                        .anyMatch(known -> known.equals(title));
    }

    /**
     * A document has one name in a record: what the notice carries is cited by the name that the notice's title gives it,
     * although the text may write {@code 市水利局《关于…的意见》} for {@code 市水利局关于…意见}.
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
                .map(citation -> draft.isProposal() ? Proposal.withoutEffect(citation) : citation)
                .toList();
    }
}
