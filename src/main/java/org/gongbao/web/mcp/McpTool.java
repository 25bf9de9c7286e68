package org.gongbao.web.mcp;

import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongbao.record.CanonicalJson;
import org.gongbao.search.SearchUnavailableException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a program may ask for by name; it reads and changes nothing. */
interface McpTool {

    String name();

    String title();

    String description();

    /** Its arguments by name as JSON Schema. */
    Map<String, Map<String, Object>> properties();

    /** Name of the argument without which it says nothing, null where it needs none. */
    @Nullable
    String required();

    /**
     * Answers a call.
     *
     * @throws McpArguments.Wrong where it cannot be answered, and why
     */
    Map<String, @Nullable Object> call(McpArguments arguments);

    /** A tool as the library takes it: the answer as a value, and as the same JSON in text for who reads text alone. */
    static SyncToolSpecification of(McpTool tool) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", tool.properties());
        schema.put("additionalProperties", false);
        if (tool.required() != null) {
            schema.put("required", java.util.List.of(tool.required()));
        }
        Tool described = Tool.builder(tool.name(), schema)
                .title(tool.title())
                .description(tool.description())
                .annotations(ToolAnnotations.builder()
                        .title(tool.title())
                        .readOnlyHint(true)
                        .destructiveHint(false)
                        .idempotentHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
        return SyncToolSpecification.builder()
                .tool(described)
                .callHandler((context, request) -> answer(tool, request.arguments()))
                .build();
    }

    private static CallToolResult answer(McpTool tool, @Nullable Map<String, Object> given) {
        try {
            McpArguments arguments = McpArguments.of(given, tool.properties().keySet());
            String json = CanonicalJson.write(tool.call(arguments));
            Map<String, Object> value = JsonMapper.shared().readValue(json, new TypeReference<>() {});
            return CallToolResult.builder()
                    .addTextContent(json)
                    .structuredContent(value)
                    .isError(false)
                    .build();
        } catch (McpArguments.Wrong e) {
            return error(String.valueOf(e.getMessage()));
        } catch (SearchUnavailableException e) {
            return error("the search is away for a moment; try again later");
        }
    }

    private static CallToolResult error(String text) {
        return CallToolResult.builder().addTextContent(text).isError(true).build();
    }

    /** An argument of a type. */
    static Map<String, Object> argument(String type, String description) {
        Map<String, Object> argument = new LinkedHashMap<>();
        argument.put("type", type);
        argument.put("description", description);
        return argument;
    }
}
