package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An element of an XML file with its texts and elements in document order. Names are local names: the prefix is the writer's
 * choice.
 */
final class XmlNode {

    private final String name;
    private final String path;
    private final List<Content> contents = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>(4);

    /** A part of the content: a stretch of text or an element. */
    sealed interface Content permits Text, Child {}

    /** @param kept whether the writer keeps the line ends in it, as inside CDATA */
    record Text(String text, boolean kept) implements Content {}

    record Child(XmlNode element) implements Content {}

    /** @param path of the parent; path and name are empty for the document that holds the root */
    XmlNode(String path, String name, int place) {
        this.name = name;
        this.path = name.isEmpty() ? path : path + "/" + name + "[" + place + "]";
    }

    String name() {
        return name;
    }

    /** Where it stands: {@code /act[1]/article[3]}, each place among its sisters of the same name. */
    String path() {
        return path;
    }

    List<Content> contents() {
        return contents;
    }

    XmlNode open(String qualified) {
        String local = qualified.substring(qualified.indexOf(':') + 1);
        XmlNode child = new XmlNode(path, local, counts.merge(local, 1, Integer::sum));
        contents.add(new Child(child));
        return child;
    }

    void text(String text, boolean kept) {
        contents.add(new Text(text, kept));
    }

    List<XmlNode> children() {
        List<XmlNode> children = new ArrayList<>();
        for (Content content : contents) {
            XmlNode child = element(content);
            if (child != null) {
                children.add(child);
            }
        }
        return children;
    }

    static @Nullable XmlNode element(Content content) {
        return content instanceof Child child ? child.element() : null;
    }

    /** Whether words stand in it directly, not only inside its elements. */
    boolean speaks() {
        return contents.stream()
                .anyMatch(
                        content -> content instanceof Text text && !text.text().isBlank());
    }

    /** Whether any words stand in it. */
    boolean hasWords() {
        return speaks() || children().stream().anyMatch(XmlNode::hasWords);
    }
}
