package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An element of an office file's XML, with its namespace as the usual prefix: {@code w:p}. Light, so that a whole table or a
 * long paragraph fits in memory.
 *
 * @param attributes by prefixed name
 * @param content elements and strings in order
 */
record XmlElement(String name, Map<String, String> attributes, List<Object> content) {

    static XmlElement of(String name, Map<String, String> attributes) {
        return new XmlElement(name, attributes, new ArrayList<>(2));
    }

    boolean is(String other) {
        return name.equals(other);
    }

    /** The child elements. */
    List<XmlElement> children() {
        List<XmlElement> children = new ArrayList<>(content.size());
        for (Object item : content) {
            if (item instanceof XmlElement element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The first child of a name, null where there is none. */
    @Nullable
    XmlElement child(String childName) {
        for (Object item : content) {
            if (item instanceof XmlElement element && element.is(childName)) {
                return element;
            }
        }
        return null;
    }

    /** The element at the end of a path of children, null where there is none. */
    @Nullable
    XmlElement at(String... path) {
        XmlElement element = this;
        for (String step : path) {
            element = element == null ? null : element.child(step);
        }
        return element;
    }

    /** The {@code w:val} of a child: how WordprocessingML writes most properties. */
    @Nullable
    String value(String childName) {
        XmlElement child = child(childName);
        return child == null ? null : child.attributes.get("w:val");
    }

    /** A switch such as {@code <w:b/>} or {@code <w:b w:val="0"/>}; null where it is not set. */
    @Nullable
    Boolean toggle(String childName) {
        XmlElement child = child(childName);
        if (child == null) {
            return null;
        }
        String value = child.attributes.getOrDefault("w:val", "true");
        return !(value.equals("0") || value.equals("false") || value.equals("off"));
    }

    /** Its own text, without that of its children. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Object item : content) {
            if (item instanceof String string) {
                text.append(string);
            }
        }
        return text.toString();
    }

    /** Calls for every element below it of a name, outermost first; does not look inside those it found. */
    void each(String descendant, Consumer<XmlElement> action) {
        for (XmlElement child : children()) {
            if (child.is(descendant)) {
                action.accept(child);
            } else {
                child.each(descendant, action);
            }
        }
    }
}
