package org.gongbao.web.site;

import java.util.List;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.record.Table;
import org.springframework.web.util.HtmlUtils;

/**
 * A document as an article for the editor of a social account (公众号图文): one piece of HTML whose styles stand on its
 * elements, since such editors keep nothing else. It loads nothing and runs nothing; all text is escaped.
 */
public final class ArticleHtml {

    private static final String BODY = "font-size:16px;line-height:1.9;color:#1f2328;text-align:justify;";
    private static final String CENTRE = "text-align:center;margin:0 0 12px;";
    private static final String CELL = "border:1px solid #b9bec6;padding:6px 8px;text-align:left;";

    private final StringBuilder html = new StringBuilder();

    private ArticleHtml() {}

    /**
     * @param base of permanent addresses
     * @param source words before the address at its end, in the language of the account
     */
    public static String of(PublishedDocument document, String base, String source) {
        return new ArticleHtml().write(document, base, source);
    }

    private String write(PublishedDocument document, String base, String source) {
        TextView text = TextLayout.of(document.record());
        String title = document.record().displayTitle();
        html.append("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>")
                .append(escaped(title == null ? document.uid().value() : title))
                .append("</title></head><body>\n<section style=\"")
                .append(BODY)
                .append("\">\n");
        text.blocks().forEach(this::block);
        text.loose().forEach(this::table);
        element("p", "font-size:14px;color:#5b626b;margin:24px 0 0;", source + base + "/id/doc/" + document.uid());
        return html.append("</section>\n</body></html>\n").toString();
    }

    private void block(TextView.Block block) {
        Table table = block.table();
        if (table != null) {
            table(table);
            return;
        }
        String text = block.lead() + block.text();
        switch (block.kind()) {
            case TITLE -> element("p", CENTRE + "font-size:20px;font-weight:bold;", text);
            case NUMBER -> element("p", CENTRE, text);
            case HEADING -> element("p", "margin:16px 0 8px;font-weight:bold;", text);
            case ADDRESSEES -> element("p", "margin:0 0 12px;", text);
            case SIGNATURE -> element("p", "margin:0 0 8px;text-align:right;", text);
            default -> element("p", "margin:0 0 12px;text-indent:2em;", text);
        }
    }

    private void element(String name, String style, String text) {
        html.append('<').append(name).append(" style=\"").append(style).append("\">");
        html.append(escaped(text)).append("</").append(name).append(">\n");
    }

    private void table(Table table) {
        String caption = table.caption();
        if (caption != null) {
            element("p", CENTRE + "font-weight:bold;", caption);
        }
        html.append("<table style=\"border-collapse:collapse;width:100%;margin:0 0 16px;font-size:14px;\">\n");
        if (!table.header().isEmpty()) {
            row(table.header(), "th");
        }
        table.rows().stream().limit(DocumentView.MOST_ROWS).forEach(row -> row(row, "td"));
        html.append("</table>\n");
    }

    private void row(List<String> cells, String name) {
        html.append("<tr>\n");
        cells.forEach(cell -> element(name, CELL, cell));
        html.append("</tr>\n");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
