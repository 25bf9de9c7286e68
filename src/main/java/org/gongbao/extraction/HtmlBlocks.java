package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Walks an element of a page and builds its paragraphs and tables. The walk is a loop, not a recursion, so that no nesting
 * is too deep; only the cells of tables are walked by walks of their own.
 */
final class HtmlBlocks implements NodeFilter {

    private static final Set<String> BOUNDARIES = Set.of(
            "p",
            "div",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "ul",
            "ol",
            "dl",
            "dt",
            "dd",
            "table",
            "tbody",
            "thead",
            "tfoot",
            "tr",
            "td",
            "th",
            "caption",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "nav",
            "pre",
            "blockquote",
            "center",
            "form",
            "fieldset",
            "legend",
            "hr",
            "address",
            "figure",
            "figcaption",
            "details",
            "summary",
            "body",
            "xmp");

    private final List<Block> blocks = new ArrayList<>();
    private final HtmlParagraph open;
    private final PageProfile profile;
    private final Characters characters;
    private final boolean inCell;

    private HtmlBlocks(PageProfile profile, Characters characters, boolean inCell) {
        this.profile = profile;
        this.characters = characters;
        this.inCell = inCell;
        this.open = new HtmlParagraph(characters);
    }

    /** The document's blocks, without buttons and lines of footers. */
    static List<Block> of(Element main, PageProfile profile, Characters characters) {
        HtmlBlocks walk = new HtmlBlocks(profile, characters, false);
        walk.filter(main);
        return walk.blocks;
    }

    /** The paragraphs of a table's cell, separated by line breaks. */
    static String ofCell(Element cell, PageProfile profile, Characters characters) {
        HtmlBlocks walk = new HtmlBlocks(profile, characters, true);
        walk.filter(cell);
        StringBuilder text = new StringBuilder();
        for (Block block : walk.blocks) {
            if (block instanceof Paragraph paragraph) {
                text.append(text.isEmpty() ? "" : "\n").append(paragraph.text());
            }
        }
        return text.toString();
    }

    private void filter(Element root) {
        NodeTraversor.filter(this, root);
        flush();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            open.append(text);
        } else if (node instanceof Element element) {
            return head(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult head(Element element) {
        if (element.nameIs("br")) {
            lineBreak();
        } else if (isBoundary(element)) {
            flush();
            open.begin(element);
            if (!inCell && element.nameIs("table") && HtmlTables.isData(element)) {
                blocks.addAll(HtmlTables.read(element, profile, characters));
                return FilterResult.SKIP_CHILDREN;
            }
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && isBoundary(element)) {
            flush();
        }
        return FilterResult.CONTINUE;
    }

    private static boolean isBoundary(Element element) {
        return BOUNDARIES.contains(element.tagName().toLowerCase(Locale.ROOT));
    }

    /** Lines of a heading or of centred text belong together; elsewhere a line break stands for a paragraph. */
    private void lineBreak() {
        if (open.isHeading()) {
            open.endLine();
        } else {
            flush();
        }
    }

    private void flush() {
        for (Paragraph paragraph : open.take()) {
            if (inCell || !profile.isFurniture(paragraph.text())) {
                blocks.add(paragraph);
            }
        }
    }
}
