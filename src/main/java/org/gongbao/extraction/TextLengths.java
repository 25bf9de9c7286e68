package org.gongbao.extraction;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** How much text, and how much of it in links, every element of a page holds; counted in one walk, blanks left aside. */
final class TextLengths implements NodeVisitor {

    /** A link to a file, such as an annex {@code …/files/a.docx}. */
    private static final Pattern FILE =
            Pattern.compile("\\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|7z|txt|ceb|pptx?|jpe?g|png)(?:$|[?#&])");

    private final Map<Node, Count> counts = new IdentityHashMap<>();

    private TextLengths() {}

    static TextLengths of(Element root) {
        TextLengths lengths = new TextLengths();
        lengths.traverse(root);
        return lengths;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            counts.put(node, new Count(of(text.getWholeText())));
        }
    }

    @Override
    public void tail(Node node, int depth) {
        Count count = count(node);
        if (node instanceof Element element && element.nameIs("a") && element.hasAttr("href") && !isAnnex(element)) {
            count.links = 1;
            count.linked = count.all;
        }
        Node parent = node.parentNode();
        if (parent != null) {
            Count above = counts.computeIfAbsent(parent, key -> new Count(0));
            above.all += count.all;
            above.linked += count.linked;
            above.links += count.links;
        }
    }

    /** Whether a link leads to a file of the document rather than to another page. */
    private static boolean isAnnex(Element link) {
        String text = link.text();
        return FILE.matcher(link.attr("href").toLowerCase(Locale.ROOT)).find()
                || FILE.matcher(text.toLowerCase(Locale.ROOT)).find()
                || text.contains("附件");
    }

    private Count count(Node node) {
        return counts.computeIfAbsent(node, key -> new Count(0));
    }

    /** Characters that are no blanks. */
    int all(Element element) {
        return count(element).all;
    }

    /** Of these, characters in links to other pages. */
    int linked(Element element) {
        return count(element).linked;
    }

    /** Links to other pages. */
    int links(Element element) {
        return count(element).links;
    }

    /** Characters of a text that are no blanks. */
    static int of(String text) {
        return (int) text.chars()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .count();
    }

    private static final class Count {
        private int all;
        private int linked;
        private int links;

        Count(int all) {
            this.all = all;
        }
    }
}
