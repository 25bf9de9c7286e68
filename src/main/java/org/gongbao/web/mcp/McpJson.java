package org.gongbao.web.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what cannot be read as the error that JSON-RPC 2.0 (section 5.1) has for it. The library hands over its exception instead,
 * which would be written with all that it holds: the classes and lines of this program.
 */
final class McpJson implements McpJsonMapper {

    private final McpJsonMapper json;

    McpJson(McpJsonMapper json) {
        this.json = json;
    }

    private static Object answer(Object value) {
        if (!(value instanceof McpError error)) {
            return value;
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", null);
        JSONRPCResponse.JSONRPCError what = error.getJsonRpcError();
        answer.put("error", Map.of("code", what.code(), "message", what.message()));
        return answer;
    }

    @Override
    public String writeValueAsString(Object value) throws IOException {
        return json.writeValueAsString(answer(value));
    }

    @Override
    public byte[] writeValueAsBytes(Object value) throws IOException {
        return json.writeValueAsBytes(answer(value));
    }

    @Override
    public <T> T readValue(String content, Class<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public <T> T readValue(byte[] content, Class<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public <T> T readValue(String content, TypeRef<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public <T> T readValue(byte[] content, TypeRef<T> type) throws IOException {
        return json.readValue(content, type);
    }

    @Override
    public <T> T convertValue(Object from, Class<T> type) {
        return json.convertValue(from, type);
    }

    @Override
    public <T> T convertValue(Object from, TypeRef<T> type) {
        return json.convertValue(from, type);
    }
}
