package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the YAML of a profile strictly: plain values only, every key known, every pattern sound. */
final class SeriesReader {

    /** Keys of a profile; {@code ingest/README.md} explains each. */
    static final Set<String> KEYS = sorted(
            "id", "version", "name", "family", "match", "labels", "sidecar", "noise", "numbering", "issue", "xml");

    static final Set<String> MATCH =
            sorted("masthead", "runningHead", "meta", "sidecar", "indexNumber", "xmlRoot", "xmlNamespace");
    static final Set<String> XML = sorted("title", "fields", "metadata", "numbers", "leaveOut", "items", "tables");

    /** What a label, a key or an element may fill. */
    static final Set<String> FIELDS = sorted(
            "title",
            "documentNumber",
            "registryNumber",
            "siteFileNumber",
            "indexNumber",
            "issuers",
            "issuedOn",
            "publishedOn",
            "generatedOn",
            "effectiveOn",
            "expiresOn",
            "validity",
            "mode",
            "term",
            "scope",
            "category",
            "responsible",
            "themes",
            "summary");

    private static final Set<String> FORMS = sorted("text", "date", "millis", "instant");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

    private SeriesReader() {}

    private static Set<String> sorted(String... keys) {
        return new java.util.LinkedHashSet<>(List.of(keys));
    }

    /** @throws IllegalArgumentException that names file, line, what came and what was expected */
    static Series read(String file, String text) {
        ProfileNode node = ProfileNode.read(file, text, "a profile", KEYS);
        String id = node.required("id", ID, "small letters, digits and hyphens");
        int version = Integer.parseInt(node.required("version", NUMBER, "a whole number from 1"));
        node.required("name", Pattern.compile("(?s).+"), "the name of the series");
        boolean family = node.has("family")
                && node.oneOf("family", sorted("true", "false")).equals("true");
        Series.Match match = match(node.child("match", MATCH));
        return new Series(
                id,
                version,
                family,
                match,
                Map.copyOf(fields(node.map("labels"))),
                sidecar(node.map("sidecar"), id, version),
                node.patterns("noise").stream().map(Pattern::pattern).toList(),
                numbering(node),
                node.patterns("issue"),
                node.has("xml") ? xml(node.child("xml", XML)) : null);
    }

    private static Series.Match match(ProfileNode node) {
        return new Series.Match(
                node.patterns("masthead"),
                node.patterns("runningHead"),
                node.map("meta").patternsByKey(),
                node.map("sidecar").patternsByKey(),
                node.patterns("indexNumber"),
                node.text("xmlRoot"),
                node.text("xmlNamespace"));
    }

    private static Map<String, String> fields(ProfileNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        node.keys().forEach(key -> map.put(key, node.oneOf(key, FIELDS)));
        return map;
    }

    /** {@code key: field}, or {@code key: {field: issuedOn, form: millis}}. */
    private static List<List<String>> sidecar(ProfileNode node, String id, int version) {
        List<List<String>> rows = new ArrayList<>();
        for (String key : node.keys()) {
            String rule = "series." + id + ".sidecar." + key + "/" + version;
            if (node.isMapping(key)) {
                ProfileNode entry = node.child(key, sorted("field", "form"));
                rows.add(List.of(key, entry.oneOf("field", FIELDS), entry.oneOf("form", FORMS), rule));
            } else {
                rows.add(List.of(key, node.oneOf(key, FIELDS), "text", rule));
            }
        }
        return rows;
    }

    private static List<List<String>> numbering(ProfileNode node) {
        List<List<String>> rows = new ArrayList<>();
        for (ProfileNode row : node.children("numbering", sorted("rank", "level", "pattern"))) {
            rows.add(List.of(
                    "series",
                    row.required("rank", NUMBER, "a whole number from 1"),
                    row.required("level", NUMBER, "a whole number from 1"),
                    row.required(
                            "pattern",
                            Pattern.compile("(?s).*\\(.*\\(.*"),
                            "a regular expression with two groups, label and ordinal")));
            row.patterns("pattern");
        }
        return rows;
    }

    private static Series.Xml xml(ProfileNode node) {
        ProfileNode metadata = node.map("metadata");
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, Map<String, String>> values = new LinkedHashMap<>();
        for (String element : metadata.keys()) {
            if (metadata.isMapping(element)) {
                ProfileNode entry = metadata.child(element, sorted("field", "values"));
                plain.put(element, entry.oneOf("field", FIELDS));
                values.put(element, texts(entry.map("values")));
            } else {
                plain.put(element, metadata.oneOf(element, FIELDS));
            }
        }
        List<Series.XmlTable> tables = node.children("tables", sorted("table", "row", "cell")).stream()
                .map(table -> new Series.XmlTable(name(table, "table"), name(table, "row"), name(table, "cell")))
                .toList();
        return new Series.Xml(
                node.text("title"),
                fields(node.map("fields")),
                plain,
                values,
                node.texts("numbers"),
                node.texts("leaveOut"),
                node.texts("items"),
                tables);
    }

    private static String name(ProfileNode table, String key) {
        return table.required(key, Pattern.compile("\\S+"), "the name of an element");
    }

    private static Map<String, String> texts(ProfileNode node) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String key : node.keys()) {
            @Nullable String value = node.text(key);
            map.put(key, value == null ? "" : value);
        }
        return map;
    }
}
