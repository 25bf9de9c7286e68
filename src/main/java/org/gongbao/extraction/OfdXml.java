package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads the XML of an OFD by local names, as writers differ in their namespaces. */
final class OfdXml {

    private OfdXml() {}

    /** The child elements of any name. */
    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The child elements of a name. */
    static List<Element> children(Element parent, String name) {
        List<Element> children = children(parent);
        children.removeIf(child -> !child.getLocalName().equals(name));
        return children;
    }

    /** The first element down a path of names, or null. */
    static @Nullable Element at(@Nullable Element start, String... names) {
        Element element = start;
        for (String name : names) {
            if (element == null) {
                return null;
            }
            List<Element> found = children(element, name);
            element = found.isEmpty() ? null : found.get(0);
        }
        return element;
    }

    /** The text of the first element down a path of names, or the empty string. */
    static String text(Element start, String... names) {
        Element element = at(start, names);
        return element == null ? "" : element.getTextContent().strip();
    }

    /** The numbers of a list; what is no number ends it. */
    static double[] numbers(String list) {
        List<Double> numbers = new ArrayList<>();
        for (String word : list.strip().split("\\s+")) {
            try {
                numbers.add(Double.parseDouble(word));
            } catch (NumberFormatException e) {
                break;
            }
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static double number(Element element, String attribute, double otherwise) {
        double[] numbers = numbers(element.getAttribute(attribute));
        return numbers.length == 0 ? otherwise : numbers[0];
    }
}
