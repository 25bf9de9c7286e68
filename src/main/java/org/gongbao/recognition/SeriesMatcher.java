package org.gongbao.recognition;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.record.Profile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the profile of the series that a file belongs to (刊物识别), with the signs by which it was told. The profile of a
 * single series goes before a family's, and more signs before fewer.
 */
final class SeriesMatcher {

    private static final int FIRST_LINES = 30;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Series> all;

    SeriesMatcher(List<Series> all) {
        this.all = all;
    }

    /**
     * What was found.
     *
     * @param signs names of the keys of {@code match} that fit
     * @param seen where the first sign stands
     */
    record Found(Series series, List<String> signs, Seen seen) {

        Profile profile() {
            return new Profile(series.id(), series.version(), signs);
        }
    }

    Optional<Found> find(ExtractedText text, Flow flow, @Nullable String metaJson) {
        Found best = null;
        for (Series series : all) {
            List<String> signs = new ArrayList<>();
            List<Seen> seen = new ArrayList<>();
            masthead(flow, series).ifPresent(name -> add(signs, seen, "masthead", name));
            runningHead(text, series)
                    .ifPresent(head ->
                            add(signs, seen, "runningHead", Seen.outside(head.group(), head.group(), "x/1", 0.9)));
            holds(series.match().meta(), text.metadata()).ifPresent(value -> add(signs, seen, "meta", value));
            holds(series.match().sidecar(), values(metaJson)).ifPresent(value -> add(signs, seen, "sidecar", value));
            indexNumber(flow, series).ifPresent(value -> add(signs, seen, "indexNumber", value));
            xml(text, series).ifPresent(root -> add(signs, seen, "xml", root));
            boolean better = best == null
                    || best.series().family() == series.family()
                            && signs.size() > best.signs().size();
            if (!signs.isEmpty() && better) {
                Seen first = seen.get(0);
                String rule = series.rule(signs.get(0));
                best = new Found(
                        series,
                        List.copyOf(signs),
                        new Seen(
                                series.id(), first.raw(), first.start(), first.end(), rule, first.confidence(), false));
            }
        }
        return Optional.ofNullable(best);
    }

    private static void add(List<String> signs, List<Seen> seen, String sign, Seen value) {
        signs.add(sign);
        seen.add(value);
    }

    private static Optional<Seen> masthead(Flow flow, Series series) {
        return flow.segments().stream()
                .limit(FIRST_LINES)
                .filter(line -> !line.text().endsWith("。"))
                .flatMap(line -> Masthead.at(flow, line, List.of(series)).stream())
                .map(Masthead::name)
                .findFirst();
    }

    /** A line that returns on the pages was left out of the text; its finding quotes it. */
    static Optional<Matcher> runningHead(ExtractedText text, Series series) {
        return text.findings().stream()
                .filter(finding -> finding.code().equals("pdf.running-head") && finding.quote() != null)
                .map(finding -> Normalizer.normalize(finding.quote(), Normalizer.Form.NFKC))
                .flatMap(head -> series.match().runningHead().stream()
                        .map(pattern -> pattern.matcher(head))
                        .filter(Matcher::find))
                .findFirst();
    }

    private static Optional<Seen> holds(Map<String, Pattern> expected, Map<String, String> values) {
        return expected.entrySet().stream()
                .filter(entry -> values.containsKey(entry.getKey())
                        && entry.getValue().matcher(values.get(entry.getKey())).find())
                .map(entry -> values.get(entry.getKey()))
                .map(value -> Seen.outside(value, value, "x/1", 0.9))
                .findFirst();
    }

    private static Map<String, String> values(@Nullable String metaJson) {
        Map<String, String> values = new java.util.HashMap<>();
        if (metaJson != null && !metaJson.isBlank()) {
            try {
                for (Map.Entry<String, JsonNode> entry : JSON.readTree(metaJson).properties()) {
                    if (entry.getValue().isValueNode()) {
                        values.put(entry.getKey(), entry.getValue().asString());
                    }
                }
            } catch (JacksonException e) {
                // The sidecar itself reports that it is unreadable.
                return Map.of();
            }
        }
        return values;
    }

    private static Optional<Seen> indexNumber(Flow flow, Series series) {
        if (series.match().indexNumber().isEmpty()) {
            return Optional.empty();
        }
        return flow.segments().stream()
                .limit(FIRST_LINES)
                .flatMap(line -> series.match().indexNumber().stream()
                        .map(pattern -> pattern.matcher(line.text()))
                        .filter(Matcher::find)
                        .map(found -> Seen.at(line, found.start(), found.end(), found.group(), "x/1")))
                .findFirst();
    }

    private static Optional<Seen> xml(ExtractedText text, Series series) {
        String root = text.metadata().get("xml.root");
        String expected = series.match().root();
        String namespace = series.match().namespace();
        if (root == null || expected == null && namespace == null) {
            return Optional.empty();
        }
        boolean fits = (expected == null || expected.equals(root))
                && (namespace == null || namespace.equals(text.metadata().get("xml.namespace")));
        return fits ? Optional.of(Seen.outside(root, root, "x/1", 1)) : Optional.empty();
    }
}
