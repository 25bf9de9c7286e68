package org.gongbao.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Other words for what was typed (同义词): those of {@code ingest/search/synonyms.txt}, and the formal names of agencies for
 * short ones of {@code ingest/agencies/kinds.tsv}.
 */
final class Synonyms {

    /** Ways of asking the same; each is a query of its own. */
    private static final int MOST = 4;

    /** A longer text is a sentence; it has words enough, and every variant of it is as long. */
    private static final int LONGEST = 40;

    /** A shorter name of an agency is a word like any other: 政府, 公安. */
    private static final int SHORTEST_AGENCY = 3;

    private final Map<String, Set<String>> others = new TreeMap<>();

    private Synonyms() {}

    /** @param folder a folder laid over {@code ingest/}, null for none */
    static Synonyms over(@Nullable Path folder) {
        Synonyms synonyms = new Synonyms();
        EditedList.lines("search/synonyms.txt", folder).forEach(synonyms::learn);
        synonyms.learnAgencies(EditedList.lines("agencies/kinds.tsv", folder));
        return synonyms;
    }

    private void learn(String line) {
        boolean isOneWay = line.contains(">");
        List<String> words = words(line, isOneWay ? ">" : "=");
        if (words.size() < 2) {
            throw new IllegalArgumentException("synonyms are \"" + line + "\", expected A = B or A > B");
        }
        for (String word : isOneWay ? words.subList(0, 1) : words) {
            words.stream().filter(other -> !other.equals(word)).forEach(other -> add(word, other));
        }
    }

    private static List<String> words(String line, String sign) {
        return Arrays.stream(line.split(sign))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private void add(String word, String other) {
        others.computeIfAbsent(word, each -> new LinkedHashSet<>()).add(other);
    }

    /** A short name that only one kind of agency has stands for what that kind is called in full. */
    private void learnAgencies(List<String> rows) {
        Map<String, Set<String>> kinds = new HashMap<>();
        Map<String, Set<String>> formal = new HashMap<>();
        for (String row : rows) {
            String[] cells = row.split("\t", -1);
            List<String> names = words(cells[2], "\\|");
            formal.computeIfAbsent(cells[0], each -> new LinkedHashSet<>()).add(names.get(0));
            names.forEach(
                    name -> kinds.computeIfAbsent(name, each -> new HashSet<>()).add(cells[0]));
        }
        Set<String> full = new HashSet<>();
        formal.values().forEach(full::addAll);
        kinds.forEach((name, of) -> {
            if (of.size() == 1 && name.length() >= SHORTEST_AGENCY && !full.contains(name) && !name.contains("~")) {
                formal.getOrDefault(of.iterator().next(), Set.of()).forEach(other -> add(name, other));
            }
        });
    }

    /** The same question in other words, without the question itself. */
    List<SearchText> of(SearchText text) {
        List<SearchText> variants = new ArrayList<>();
        if (text.typed().length() > LONGEST) {
            return variants;
        }
        others.forEach((word, all) -> {
            for (String other : all) {
                if (variants.size() < MOST && text.says(word) && !text.says(other)) {
                    variants.add(text.replaced(word, other));
                }
            }
        });
        return variants;
    }
}
