package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.PersonalDatum;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The values that go from a document, and what takes the place of each (待去除的内容). A value goes wherever it stands, in every
 * width, parted by blanks or hyphens as it may be: what is removed in one place is not to be read in the next line.
 */
final class Removals {

    static final Removals NONE = new Removals(Map.of());

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A number shorter than this is no part of a longer one. */
    private static final int SHORT = 6;

    private static final String HYPHENS = "-－‐‑–—";

    /** Replacements by bare value, the longest value first. */
    private final Map<String, String> replacements;

    private Removals(Map<String, String> replacements) {
        Map<String, String> ordered = new LinkedHashMap<>();
        replacements.entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByKey(
                                Comparator.comparingInt(String::length).reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        this.replacements = ordered;
    }

    /**
     * A value in a text, and what takes its place.
     *
     * @param start index of its first character
     * @param end index after its last one
     */
    record Hit(int start, int end, String replacement) {}

    /** What is to be removed or masked of the text of a record. The same person gets the same number wherever it is named. */
    static Removals of(DocumentRecord working, List<PersonalDatum> decided, TreatmentPolicy policy) {
        Map<String, String> replacements = new LinkedHashMap<>();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        decided.stream()
                .filter(datum -> !datum.action().equals(Treatment.KEEP.code()))
                .sorted(Comparator.comparingInt(PersonalDatum::start))
                .forEach(datum -> {
                    String kind = datum.kind();
                    // A value over several cells or lines is a value in each of them.
                    for (String value : value(working.text(), datum).split("[\n\t]+")) {
                        if (bare(value).isEmpty() || replacements.containsKey(bare(value))) {
                            continue;
                        }
                        String masked = datum.action().equals(Treatment.MASK.code()) ? policy.masked(kind, value) : "";
                        int number = policy.isNumbered(kind) ? numbers.merge(kind, 1, Integer::sum) : 0;
                        replacements.put(bare(value), masked.isEmpty() ? policy.placeholder(kind, number) : masked);
                    }
                });
        return new Removals(replacements);
    }

    /** The words of a place of a text. */
    static String value(String text, PersonalDatum datum) {
        return text.substring(text.offsetByCodePoints(0, datum.start()), text.offsetByCodePoints(0, datum.end()));
    }

    /** A value as it is compared: without blanks and hyphens, digits and letters in one width. */
    static String bare(String value) {
        StringBuilder bare = new StringBuilder();
        for (char c : Widths.fold(value).toCharArray()) {
            if (counts(c)) {
                bare.append(c);
            }
        }
        return bare.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean counts(char c) {
        return !Widths.isBlank(c) && HYPHENS.indexOf(c) < 0;
    }

    boolean isEmpty() {
        return replacements.isEmpty();
    }

    /** The bare values, the longest first. */
    List<String> values() {
        return List.copyOf(replacements.keySet());
    }

    /** What stands in place of values. */
    List<String> replacements() {
        return List.copyOf(replacements.values());
    }

    /** Values too short to be told from other words; to remove them everywhere would leave nothing readable. */
    boolean isAnyTooShort() {
        return replacements.keySet().stream().anyMatch(value -> value.length() < 2);
    }

    /** Where values stand in a text, in order and without overlap. */
    List<Hit> in(String text) {
        StringBuilder bare = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        String folded = Widths.fold(text);
        for (int i = 0; i < folded.length(); i++) {
            if (counts(folded.charAt(i))) {
                bare.append(Character.toLowerCase(folded.charAt(i)));
                places.add(i);
            }
        }
        String all = bare.toString();
        boolean[] taken = new boolean[all.length()];
        List<Hit> hits = new ArrayList<>();
        replacements.forEach((value, replacement) -> {
            for (int at = all.indexOf(value); at >= 0; at = all.indexOf(value, at + 1)) {
                int last = at + value.length() - 1;
                if (!taken[at] && !taken[last] && isWhole(folded, value, places.get(at), places.get(last) + 1)) {
                    java.util.Arrays.fill(taken, at, last + 1, true);
                    hits.add(new Hit(places.get(at), places.get(last) + 1, replacement));
                }
            }
        });
        hits.sort(Comparator.comparingInt(Hit::start));
        return hits;
    }

    private static boolean isWhole(String text, String value, int start, int end) {
        if (value.length() >= SHORT) {
            return true;
        }
        boolean goesOnBefore = isDigit(value.charAt(0)) && start > 0 && isDigit(text.charAt(start - 1));
        boolean goesOnAfter =
                isDigit(value.charAt(value.length() - 1)) && end < text.length() && isDigit(text.charAt(end));
        return !goesOnBefore && !goesOnAfter;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    boolean isIn(String text) {
        return !in(text).isEmpty();
    }

    /** Whether a value stands in a line of a text, or a long one over several. */
    boolean isInLines(String text) {
        return text.lines().anyMatch(this::isIn)
                || in(text).stream()
                        .anyMatch(hit ->
                                bare(text.substring(hit.start(), hit.end())).length() >= SHORT);
    }

    /** The text with what takes the place of values. */
    String redact(String text) {
        StringBuilder redacted = new StringBuilder();
        int from = 0;
        for (Hit hit : in(text)) {
            redacted.append(text, from, hit.start()).append(hit.replacement());
            from = hit.end();
        }
        return redacted.append(text, from, text.length()).toString();
    }

    /** For the way to a worker. */
    String json() {
        return JSON.writeValueAsString(replacements);
    }

    static Removals parse(String json) {
        Map<String, String> replacements = new LinkedHashMap<>();
        JsonNode tree = JSON.readTree(json);
        tree.properties()
                .forEach(entry ->
                        replacements.put(entry.getKey(), entry.getValue().asString()));
        return new Removals(replacements);
    }
}
