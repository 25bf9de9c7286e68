package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongbao.recognition.ProfileNode;
import org.gongbao.recognition.Prompts;

/**
 * Reads the description of a template strictly. A prompt holds no digit, so that nothing in it can be read as a number or a
 * date; a table has no column of data that would keep the document from the public.
 */
final class TemplateReader {

    /** Keys of a description; {@code ingest/templates/README.md} explains each. */
    static final Set<String> KEYS = ordered("name", "parts");

    static final Set<String> TABLE = ordered("columns", "rows");

    private static final String RULED = "table";
    private static final String COUNTED = "序号";
    private static final Pattern ENDING = Pattern.compile("\\.yaml$");
    private static final Pattern FILE = Pattern.compile("[a-z][a-z0-9-]*\\.yaml");
    private static final Pattern SOMETHING = Pattern.compile("(?s).+");
    private static final Pattern ROWS = Pattern.compile("[1-9]\\d?");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    /** Kinds of personal data that stand under heads with a name of their own. */
    private static final Map<String, String> UNDER_HEAD =
            Map.of("phone", "mobile", "private-phone", "landline", "child", "minor", "mail-address", "address");

    private final PrivacyLists lists;
    private final TreatmentPolicy policy;

    TemplateReader(PrivacyLists lists, TreatmentPolicy policy) {
        this.lists = lists;
        this.policy = policy;
    }

    private static Set<String> ordered(String... keys) {
        return new LinkedHashSet<>(List.of(keys));
    }

    /** Keys of a part: how a paragraph looks, or a table. */
    static Set<String> parts() {
        Set<String> keys = TemplateStyle.keys();
        keys.add(RULED);
        return keys;
    }

    /** @throws IllegalArgumentException that names file, line, what came and what was expected */
    Template read(String file, String text) {
        if (!FILE.matcher(file).matches()) {
            throw new IllegalArgumentException(
                    file + " came; expected a name of small letters, digits and hyphens that ends in .yaml");
        }
        ProfileNode node = ProfileNode.read(file, text, "a template", KEYS);
        String title = node.required("name", SOMETHING, "the name of the template");
        List<Template.Part> parts = new ArrayList<>();
        for (ProfileNode part : node.children("parts", parts())) {
            for (String key : part.keys()) {
                parts.add(key.equals(RULED) ? ruled(part) : words(part, key));
            }
        }
        return new Template(ENDING.matcher(file).replaceFirst(""), title, parts);
    }

    private static Template.Part words(ProfileNode part, String key) {
        List<String> texts = part.texts(key);
        texts.forEach(text -> check(part, key, text));
        return new Template.Part.Words(TemplateStyle.of(key), String.join("", texts));
    }

    private static void check(ProfileNode part, String key, String text) {
        for (MatchResult prompt : Prompts.in(text)) {
            if (!Prompts.isClosed(prompt)) {
                throw part.mistake(key, "a prompt that ends with 〕");
            }
            if (DIGIT.matcher(prompt.group()).find()) {
                throw part.mistake(key, "a prompt without digits, × in place of each");
            }
        }
    }

    private Template.Part ruled(ProfileNode part) {
        ProfileNode table = part.child(RULED, TABLE);
        List<String> columns = table.texts("columns");
        columns.forEach(column -> check(table, "columns", prompt(column)));
        int rows = Integer.parseInt(table.required("rows", ROWS, "a whole number from 1"));
        return new Template.Part.Ruled(
                columns.stream().map(column -> head(table, column)).toList(),
                IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> columns.stream()
                                .map(column -> column.equals(COUNTED) ? Integer.toString(row) : prompt(column))
                                .toList())
                        .toList());
    }

    private static String prompt(String column) {
        return Prompts.OPENING + column + "〕";
    }

    /** The head of a column, which says what the public will see of it. */
    private String head(ProfileNode table, String column) {
        String under = lists.under(column);
        String kind = UNDER_HEAD.getOrDefault(under, under);
        if (!lists.has(kind)) {
            return column;
        }
        if (lists.kind(kind).action().equals("mask")) {
            throw table.mistake(
                    "columns",
                    "no column " + column + ", as it would keep the document from the public (" + kind + ")");
        }
        return column + (policy.leavesEnds(kind) ? "（公开时遮盖）" : "（公开时删除）");
    }
}
