package org.gongbao.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer of a query as a page shows it: rows of a SELECT, yes or no of an ASK.
 *
 * @param variables headings, of which there is none for yes or no
 */
record SparqlTable(List<String> variables, List<List<Cell>> rows, boolean isYes) {

    private static final int MOST_SHOWN = 500;

    /**
     * A value.
     *
     * @param address where it leads, empty for a text
     */
    record Cell(String text, String address, String language) {

        static final Cell EMPTY = new Cell("", "", "");
    }

    /** Rows that a page can bear; the files have all. */
    public List<List<Cell>> shown() {
        return rows.subList(0, Math.min(MOST_SHOWN, rows.size()));
    }

    /** Reads {@code application/sparql-results+json}. */
    static SparqlTable of(byte[] json) {
        JsonNode answer = JsonMapper.shared().readTree(json);
        if (answer.has("boolean")) {
            return new SparqlTable(List.of(), List.of(), answer.get("boolean").asBoolean());
        }
        List<String> variables = StreamSupport.stream(answer.at("/head/vars").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        List<List<Cell>> rows = new ArrayList<>();
        for (JsonNode binding : answer.at("/results/bindings")) {
            rows.add(variables.stream().map(name -> cell(binding.path(name))).toList());
        }
        return new SparqlTable(variables, rows, false);
    }

    private static Cell cell(JsonNode value) {
        if (value.isMissingNode()) {
            return Cell.EMPTY;
        }
        String text = value.get("value").asString();
        boolean isAddress = value.get("type").asString().equals("uri") && text.matches("https?://.*");
        return new Cell(text, isAddress ? text : "", value.path("xml:lang").asString(""));
    }
}
