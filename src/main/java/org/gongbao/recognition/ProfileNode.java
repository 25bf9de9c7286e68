package org.gongbao.recognition;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of a YAML file that an archivist edits (规则文件), with its place in the file, so that every mistake is told with
 * file, line, what came and what was expected. Nothing is guessed: a key that nobody reads is a mistake.
 */
public final class ProfileNode {

    private final String file;
    private final int line;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private ProfileNode(String file, Node node, @Nullable Set<String> keys) {
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

    /**
     * Reads the YAML strictly: plain values only, no aliases.
     *
     * @param what names what is expected of the file, for people
     * @throws IllegalArgumentException that names file, line, what came and what was expected
     */
    public static ProfileNode read(String file, String text, String what, Set<String> keys) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        Node root;
        try {
            root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new IllegalArgumentException(
                    file + " line " + line + ": " + e.getProblem() + "; expected YAML of " + what, e);
        }
        if (root == null) {
            throw new IllegalArgumentException(file + " line 1: nothing came; expected YAML of " + what);
        }
        return new ProfileNode(file, root, keys);
    }

    /** A mapping within this one, empty where there is none. */
    public ProfileNode child(String key, Set<String> keys) {
        Node node = nodes.get(key);
        return node == null
                ? new ProfileNode(
                        file,
                        new MappingNode(
                                org.yaml.snakeyaml.nodes.Tag.MAP,
                                List.of(),
                                org.yaml.snakeyaml.DumperOptions.FlowStyle.BLOCK),
                        keys)
                : new ProfileNode(file, node, keys);
    }

    public boolean has(String key) {
        return nodes.containsKey(key);
    }

    /** The keys that are there, in their order. */
    public Set<String> keys() {
        return nodes.keySet();
    }

    @Nullable
    String text(String key) {
        Node node = nodes.get(key);
        return node == null ? null : scalar(file, node);
    }

    /** A value that must be there, in the form that is expected. */
    public String required(String key, Pattern form, String expected) {
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
    public List<String> texts(String key) {
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

    /** A list of mappings. */
    public List<ProfileNode> children(String key, Set<String> keys) {
        return nodes(key).stream()
                .map(node -> new ProfileNode(file, node, keys))
                .toList();
    }

    /** A mapping of free keys. */
    ProfileNode map(String key) {
        Node node = nodes.get(key);
        return node == null ? child(key, Set.of()) : new ProfileNode(file, node, null);
    }

    public boolean isMapping(String key) {
        return nodes.get(key) instanceof MappingNode;
    }

    /** A mistake that only the reader of the file can see, told like all others. */
    public IllegalArgumentException mistake(String key, String expected) {
        return wrong(file, java.util.Objects.requireNonNull(nodes.get(key)), expected);
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
