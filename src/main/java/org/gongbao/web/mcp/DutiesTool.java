package org.gongbao.web.mcp;

import static org.gongbao.web.mcp.McpTool.argument;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.search.DutyCursor;
import org.gongbao.search.DutyRequest;
import org.gongbao.search.DutyResult;
import org.gongbao.search.DutySearch;
import org.gongbao.web.site.DutyEvidence;
import org.gongbao.web.site.DutyFiles;
import org.jspecify.annotations.Nullable;

/** Lists duties by unit and deadline, each with the words of the document that say so. */
final class DutiesTool implements McpTool {

    private static final int MOST = 100;
    private static final int USUAL = 20;

    private final DutySearch search;
    private final DutyEvidence evidence;
    private final String base;

    DutiesTool(DutySearch search, DutyEvidence evidence, String base) {
        this.search = search;
        this.evidence = evidence;
        this.base = base;
    }

    @Override
    public String name() {
        return "duties";
    }

    @Override
    public String title() {
        return "任务台账 List duties";
    }

    @Override
    public String description() {
        return "Lists tasks that documents give to units, the earliest deadline first, with the words of the document and its page.";
    }

    @Override
    public Map<String, Map<String, Object>> properties() {
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
        properties.put("unit", argument("string", "Name or identifier of a responsible unit"));
        properties.put("from", argument("string", "First day of a deadline, such as 2024-05-01"));
        properties.put("to", argument("string", "Last day of a deadline"));
        properties.put("document", argument("string", "Identifier of the only document"));
        properties.put("limit", argument("integer", "Most duties, 1 to " + MOST));
        properties.put("cursor", argument("string", "Where to go on, from the answer before"));
        return properties;
    }

    @Override
    public @Nullable String required() {
        return null;
    }

    @Override
    public Map<String, @Nullable Object> call(McpArguments arguments) {
        String unit = arguments.text("unit");
        DutyResult found = search.search(DutyRequest.of(arguments.number("limit", USUAL, 1, MOST))
                .units(unit == null ? List.of() : List.of(unit))
                .due(arguments.day("from"), arguments.day("to"))
                .document(
                        arguments.text("document") == null
                                ? null
                                : arguments.uid("document").value())
                .after(cursor(arguments.text("cursor")))
                .openOnly(true)
                .build());
        DutyFiles files = new DutyFiles(base, evidence.isKnown());
        var shown = evidence.of(found.duties());
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("total", found.total());
        answer.put(
                "duties",
                found.duties().stream().map(duty -> files.item(duty, shown)).toList());
        answer.put("next", found.next() == null ? null : found.next().toString());
        return answer;
    }

    private static @Nullable DutyCursor cursor(@Nullable String text) {
        try {
            return text == null ? null : DutyCursor.parse(text);
        } catch (IllegalArgumentException e) {
            throw new McpArguments.Wrong("the cursor is none that an answer gave: " + text);
        }
    }
}
