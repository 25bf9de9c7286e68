package org.gongbao.web.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An operation of the interface as the page to try it shows it.
 *
 * @param parameters those that a form asks for; empty where the address itself has one
 * @param examples addresses
 */
record ApiOperation(
        String id, String path, String summary, String description, List<Parameter> parameters, List<String> examples) {

    /** A parameter. */
    record Parameter(String name, String description, String example) {}

    /** All operations in the words of a language. */
    static List<ApiOperation> of(OpenApi api, boolean isChinese) {
        List<ApiOperation> operations = new ArrayList<>();
        api.document()
                .get("paths")
                .properties()
                .forEach(path -> operations.add(
                        operation(api, path.getKey(), path.getValue().get("get"), isChinese)));
        return operations;
    }

    private static ApiOperation operation(OpenApi api, String path, JsonNode operation, boolean isChinese) {
        List<Parameter> parameters = new ArrayList<>();
        List<String> examples = new ArrayList<>();
        boolean isItem = path.contains("{");
        for (JsonNode each : operation.get("parameters")) {
            JsonNode parameter = api.resolved(each);
            String name = parameter.get("name").asString();
            String example = example(parameter);
            boolean isInPath = parameter.get("in").asString().equals("path");
            if (isInPath && !example.isEmpty()) {
                examples.add(path.replace("{" + name + "}", encoded(example)));
            } else if (!isItem) {
                parameters.add(new Parameter(name, words(parameter, "description", isChinese), example));
            }
        }
        if (!isItem) {
            examples.add(path);
        }
        return new ApiOperation(
                operation.get("operationId").asString(),
                path,
                words(operation, "summary", isChinese),
                words(operation, "description", isChinese),
                parameters,
                examples);
    }

    private static String words(JsonNode node, String key, boolean isChinese) {
        return node.get(isChinese ? "x-" + key + "-zh" : key).asString();
    }

    private static String example(JsonNode parameter) {
        JsonNode example = parameter.path("example");
        return (example.isArray() ? example.get(0) : example).asString("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
