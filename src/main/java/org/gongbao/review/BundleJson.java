package org.gongbao.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what describes a bundle. The content of files, as Base64, goes to disk while it comes and never stands in memory as a
 * whole.
 */
final class BundleJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DEEPEST = 8;

    private final BundleStore store;
    private final int mostBytes;
    private final List<BundleProblem> problems;
    private final Map<String, Path> contents = new HashMap<>();
    private long read;

    BundleJson(BundleStore store, int mostBytes, List<BundleProblem> problems) {
        this.store = store;
        this.mostBytes = mostBytes;
        this.problems = problems;
    }

    /** Files whose content came as Base64, by the pointer of their entry in {@code files}. */
    Map<String, Path> contents() {
        return contents;
    }

    /** Null where it is no JSON. */
    @Nullable
    JsonNode read(InputStream in) {
        try (JsonParser parser = JSON.createParser(in)) {
            parser.nextToken();
            JsonNode root = value(parser, "", 0);
            if (parser.nextToken() != null) {
                problems.add(BundleProblem.of("", "json-damaged", "more behind its end"));
            }
            return root;
        } catch (JacksonException e) {
            problems.add(BundleProblem.of("", "json-damaged", reason(e)));
        } catch (Refused e) {
            // It is said already.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    private static String reason(JacksonException e) {
        String message = e.getOriginalMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    private JsonNode value(JsonParser parser, String pointer, int depth) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw refused(pointer, "json-damaged", "nothing came");
        }
        if (depth > DEEPEST) {
            throw refused(pointer, "json-too-deep", DEEPEST);
        }
        if (token == JsonToken.START_OBJECT) {
            return object(parser, pointer, depth);
        }
        if (token == JsonToken.START_ARRAY) {
            ArrayNode array = JSON.createArrayNode();
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                array.add(value(parser, pointer + "/" + i, depth + 1));
            }
            return array;
        }
        if (token == JsonToken.VALUE_STRING && pointer.matches("/files/\\d+/content")) {
            content(parser, pointer);
            return JSON.getNodeFactory().booleanNode(true);
        }
        JsonNode scalar = parser.readValueAsTree();
        count(pointer, scalar.isString() ? scalar.asString().length() : 8);
        return scalar;
    }

    private ObjectNode object(JsonParser parser, String pointer, int depth) throws IOException {
        ObjectNode object = JSON.createObjectNode();
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            String below = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            count(pointer, name.length());
            if (!seen.add(name)) {
                problems.add(BundleProblem.of(below, "json-twice", name));
            }
            parser.nextToken();
            object.set(name, value(parser, below, depth + 1));
        }
        return object;
    }

    private void count(String pointer, int characters) {
        read += characters + 4L;
        if (read > mostBytes) {
            throw refused(pointer, "json-too-large", mostBytes);
        }
    }

    private void content(JsonParser parser, String pointer) throws IOException {
        try (BundleStore.Output out = store.open()) {
            parser.readBinaryValue(out);
            contents.put(pointer.substring(0, pointer.lastIndexOf('/')), out.file);
        } catch (BundleStore.TooLargeException e) {
            throw refused(pointer, "file-too-large", e.bound);
        } catch (JacksonException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof BundleStore.TooLargeException large) {
                    throw refused(pointer, "file-too-large", large.bound);
                }
            }
            throw refused(pointer, "content-damaged", reason(e));
        }
    }

    private Refused refused(String pointer, String code, Object argument) {
        problems.add(BundleProblem.of(pointer, code, argument));
        return new Refused();
    }

    /** Nothing further can be read. */
    private static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        Refused() {
            super(null, null, false, false);
        }
    }
}
