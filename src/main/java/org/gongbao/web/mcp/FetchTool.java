package org.gongbao.web.mcp;

import static org.gongbao.web.mcp.McpTool.argument;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.Terms;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a document with what verifies a quote: where it stands in a text whose digest is given, in which version, and where the proof
 * is that the log has it.
 */
final class FetchTool implements McpTool {

    private static final int MOST = 20_000;
    private static final int USUAL = 8_000;
    private static final int MOST_PLACES = 20;
    private static final int AROUND = 40;

    private final PublishedDocuments documents;
    private final String base;

    FetchTool(PublishedDocuments documents, String base) {
        this.documents = documents;
        this.base = base;
    }

    @Override
    public String name() {
        return "fetch";
    }

    @Override
    public String title() {
        return "读取公文 Read a document";
    }

    @Override
    public String description() {
        return "Gives a part of a document's text with its place, or with quote all places where these exact words stand."
                + " start and end count Unicode code points of the text at textUrl (end exclusive).";
    }

    @Override
    public Map<String, Map<String, Object>> properties() {
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
        properties.put("id", argument("string", "Identifier of the document, or its address"));
        properties.put("start", argument("integer", "First code point of the part, from 0"));
        properties.put("length", argument("integer", "Most code points of the part, 1 to " + MOST));
        properties.put("quote", argument("string", "Words to be found as they stand, instead of a part of the text"));
        return properties;
    }

    @Override
    public String required() {
        return "id";
    }

    @Override
    public Map<String, @Nullable Object> call(McpArguments arguments) {
        PublishedDocument document = arguments.document("id", documents);
        String text = document.terms().open(document.record()).text();
        int[] points = text.codePoints().toArray();
        Map<String, @Nullable Object> answer = described(document, text, points.length);
        String quote = arguments.text("quote");
        if (quote == null) {
            int start = Math.min(arguments.number("start", 0, 0, Integer.MAX_VALUE), points.length);
            int end = Math.min(points.length, start + arguments.number("length", USUAL, 1, MOST));
            answer.put("text", new String(points, start, end - start));
            answer.put("start", start);
            answer.put("end", end);
        } else {
            answer.put("quotes", places(points, quote));
        }
        return answer;
    }

    private Map<String, @Nullable Object> described(PublishedDocument document, String text, int points) {
        DocumentRecord record = document.record();
        String page = base + "/doc/" + document.uid();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id", document.uid().value());
        answer.put("title", record.displayTitle());
        answer.put("url", page);
        answer.put("documentNumber", record.documentNumber());
        answer.put("issuers", record.issuers());
        answer.put("issuedOn", record.issuedOn());
        answer.put("terms", document.terms().code());
        answer.put("version", document.version());
        answer.put("proofUrl", page + "/proof");
        if (document.terms() == Terms.OPEN) {
            answer.put("textUrl", page + ".txt");
            answer.put("textSha256", sha256(text));
            answer.put("textLength", points);
        }
        return answer;
    }

    private static List<Map<String, Object>> places(int[] text, String quote) {
        int[] words = quote.codePoints().toArray();
        List<Map<String, Object>> places = new ArrayList<>();
        for (int at = 0; at + words.length <= text.length && places.size() < MOST_PLACES; at++) {
            if (java.util.Arrays.equals(text, at, at + words.length, words, 0, words.length)) {
                int end = at + words.length;
                Map<String, Object> place = new LinkedHashMap<>();
                place.put("start", at);
                place.put("end", end);
                place.put("before", new String(text, Math.max(0, at - AROUND), at - Math.max(0, at - AROUND)));
                place.put("after", new String(text, end, Math.min(text.length, end + AROUND) - end));
                places.add(place);
            }
        }
        return places;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
