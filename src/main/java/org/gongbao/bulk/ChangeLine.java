package org.gongbao.bulk;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/**
 * A line of a delta: what became of a document, and its new line byte for byte as a release has it.
 *
 * @param op {@code added}, {@code changed} or {@code removed}
 * @param kind what changed ({@code content}, {@code metadata}, {@code re-extraction}, {@code terms}, {@code issue}), or why it
 *     was removed; {@code new} for what was added
 * @param document its line; null where it was removed
 */
record ChangeLine(Uid uid, String op, String kind, @Nullable String document) {

    static final String ADDED = "added";
    static final String CHANGED = "changed";
    static final String REMOVED = "removed";

    private static final String START = "{\"document\":";

    /** The members behind the document, which are sorted, as all JSON here. */
    private static final Pattern END =
            Pattern.compile("\"kind\":\"([a-z-]+)\",\"op\":\"(added|changed|removed)\",\"uid\":\"([a-z0-9]{16})\"}$");

    /** The line without its end. */
    byte[] bytes() {
        String rest = "\"kind\":\"" + kind + "\",\"op\":\"" + op + "\",\"uid\":\"" + uid + "\"}";
        return (document == null ? "{" + rest : START + document + "," + rest).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException where it is no line of a delta */
    static ChangeLine parse(String line) {
        int tail = Math.max(0, line.length() - 160);
        Matcher end = END.matcher(line.substring(tail));
        if (!end.find()) {
            throw new IllegalArgumentException("a line of a delta that does not end in kind, op and uid");
        }
        Uid uid = new Uid(end.group(3));
        if (!line.startsWith(START)) {
            return new ChangeLine(uid, end.group(2), end.group(1), null);
        }
        String document = line.substring(START.length(), tail + end.start() - 1);
        if (!DocumentLine.uid(document).equals(uid)) {
            throw new IllegalArgumentException("a line of a delta about " + uid + " with another document");
        }
        return new ChangeLine(uid, end.group(2), end.group(1), document);
    }
}
