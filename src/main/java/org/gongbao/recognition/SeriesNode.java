package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of a profile with its place in the file, so that every mistake is told with file, line, what came and what was
 * expected. Nothing is guessed: a key that nobody reads is a mistake.
 */
final class SeriesNode {

    private final String file;
    private final int line;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private SeriesNode(String file, Node node, @Nullable Set<String> keys) {
        this.file = file;
        line = line(node);
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(file, node, "keys with values");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(file, tuple.getKeyNode());
            if (keys != null && !keys.contains(key)) {
                throw wrong(file, tuple.getKeyNode(), "one of the keys " + String.join(", ", keys));
            }
            if (nodes.put(key, tuple.getValueNode()) != null) {
                throw wrong(file, tuple.getKeyNode(), "each key once");
            }
        }
    }

    static SeriesNode of(String file, Node node, Set<String> keys) {
        return new SeriesNode(file, node, keys);
    }

    SeriesNode child(String key, Set<String> keys) {
        Node node = nodes.get(key);
        return node == null
                ? new SeriesNode(
                        file,
                        new MappingNode(
                                org.yaml.snakeyaml.nodes.Tag.MAP,
                                List.of(),
                                org.yaml.snakeyaml.DumperOptions.FlowStyle.BLOCK),
                        keys)
                : new SeriesNode(file, node, keys);
    }

    boolean has(String key) {
        return nodes.containsKey(key);
    }

    Set<String> keys() {
        return nodes.keySet();
    }

    @Nullable
    String text(String key) {
        Node node = nodes.get(key);
        return node == null ? null : scalar(file, node);
    }

    String required(String key, Pattern form, String expected) {
        Node node = nodes.get(key);
        if (node == null) {
            throw new IllegalArgumentException(file + " line " + line + ": no " + key + " came; expected " + expected);
        }
        String value = scalar(file, node);
        if (!form.matcher(value).matches()) {
            throw wrong(file, node, key + " as " + expected);
        }
        return value;
    }

    /** A value that is one of those that there are. */
    String oneOf(String key, Set<String> values) {
        Node node = nodes.get(key);
        String value = node == null ? "" : scalar(file, node);
        if (node == null || !values.contains(value)) {
            throw node == null
                    ? new IllegalArgumentException(file + " line " + line + ": no " + key + " came; expected it")
                    : wrong(file, node, "one of " + String.join(", ", values));
        }
        return value;
    }

    /** One text or a list of texts. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node node : nodes(key)) {
            texts.add(scalar(file, node));
        }
        return texts;
    }

    List<Pattern> patterns(String key) {
        return nodes(key).stream().map(this::pattern).toList();
    }

    /** Regular expressions by key. */
    Map<String, Pattern> patternsByKey() {
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        nodes.forEach((key, node) -> patterns.put(key, pattern(node)));
        return patterns;
    }

    List<SeriesNode> children(String key, Set<String> keys) {
        return nodes(key).stream().map(node -> new SeriesNode(file, node, keys)).toList();
    }

    /** A mapping of free keys. */
    SeriesNode map(String key) {
        Node node = nodes.get(key);
        return node == null ? child(key, Set.of()) : new SeriesNode(file, node, null);
    }

    boolean isMapping(String key) {
        return nodes.get(key) instanceof MappingNode;
    }

    private List<Node> nodes(String key) {
        Node node = nodes.get(key);
        if (node == null) {
            return List.of();
        }
        return node instanceof SequenceNode list ? list.getValue() : List.of(node);
    }

    private Pattern pattern(Node node) {
        try {
            return Pattern.compile(scalar(file, node));
        } catch (PatternSyntaxException e) {
            throw wrong(file, node, "a regular expression (" + e.getDescription() + ")");
        }
    }

    private static String scalar(String file, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong(file, node, "a text");
    }

    private static int line(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }

    private static IllegalArgumentException wrong(String file, Node node, String expected) {
        String came = node instanceof ScalarNode scalar ? "\"" + scalar.getValue() + "\"" : node.getNodeId() + "";
        return new IllegalArgumentException(file + " line " + line(node) + ": " + came + " came; expected " + expected);
    }
}
