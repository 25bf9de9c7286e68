package org.gongbao.web.site;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchResult.Hit;
import org.gongbao.search.SearchResult.Passage;
import org.gongbao.search.SearchResult.Piece;
import org.gongbao.web.site.SearchView.FacetView;
import org.gongbao.web.site.SearchView.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The parts of a results page of which there are hundreds, as HTML written straight: as expressions of the template they
 * took as long as the search itself. All text is escaped.
 */
@Component("resultHtml")
class ResultHtml {

    /** Facets whose values are words of the documents. */
    private static final Set<Facet> CHINESE = EnumSet.of(Facet.PLACE, Facet.AGENCY, Facet.THEME);

    /** Facets whose counts are a small histogram. */
    private static final Set<Facet> TIMES = EnumSet.of(Facet.YEAR, Facet.MONTH);

    private final Phrases phrases;

    ResultHtml(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Values of a facet as items of a list; what is above others and has nothing itself leads nowhere. */
    public String values(FacetView facet, List<Value> values) {
        StringBuilder html = new StringBuilder(256 * values.size());
        long most = facet.most();
        for (Value value : values) {
            html.append("<li class=\"depth-").append(value.depth()).append("\">");
            if (value.documents() == 0) {
                html.append("<span class=\"muted\">").append(name(value)).append("</span></li>\n");
                continue;
            }
            html.append("<a rel=\"nofollow\" href=\"").append(escaped(value.address()));
            html.append(value.chosen() ? "\" class=\"chosen\" aria-current=\"true\">" : "\">");
            html.append(name(value));
            html.append(" <span class=\"count\">").append(phrases.count(value.documents()));
            html.append("</span>");
            if (TIMES.contains(value.facet())) {
                share(html, 100 * value.documents() / most);
            }
            html.append("</a></li>\n");
        }
        return html.toString();
    }

    private String name(Value value) {
        return (CHINESE.contains(value.facet()) ? "<bdi lang=\"zh\">" : "<bdi>")
                + escaped(phrases.facet(value.facet().parameter(), value.value()))
                + "</bdi>";
    }

    private static void share(StringBuilder html, long hundredths) {
        html.append("<svg class=\"share\" viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        html.append("<rect width=\"").append(hundredths).append("\" height=\"4\"></rect></svg>");
    }

    /** A hit as an article. */
    public String hit(Hit hit, boolean exact) {
        StringBuilder html = new StringBuilder(2_000);
        html.append(exact ? "<article class=\"hit hit-exact\">\n" : "<article class=\"hit\">\n");
        if (exact) {
            html.append("<p class=\"hit-exact-label\">")
                    .append(escaped(phrases.text("search.exact")))
                    .append("</p>\n");
        }
        String language = escaped(hit.language());
        html.append("<h3 class=\"hit-title\"><a href=\"/doc/").append(escaped(hit.uid()));
        html.append("\" lang=\"").append(language).append("\"><bdi>").append(marked(hit.title()));
        html.append("</bdi></a></h3>\n<p class=\"hit-facts\">\n");
        facts(html, hit, language);
        html.append("</p>\n");
        hit.passages().forEach(passage -> passage(html, hit, passage, language));
        return html.append("</article>").toString();
    }

    private void facts(StringBuilder html, Hit hit, String language) {
        fact(html, "<span class=\"number\" lang=\"" + language + "\"><bdi>", hit.documentNumber(), "</bdi></span>");
        String issuers = hit.issuers().isEmpty() ? null : String.join("、", hit.issuers());
        fact(html, "<span lang=\"" + language + "\"><bdi>", issuers, "</bdi></span>");
        fact(html, "<span>", phrases.term("kind", hit.documentKind()), "</span>");
        fact(html, "<time datetime=\"" + hit.issuedOn() + "\">", phrases.date(hit.issuedOn()), "</time>");
        String badge = "<span class=\"badge badge-" + phrases.tone(hit.validity()) + "\">";
        fact(html, badge, phrases.term("validity", hit.validity()), "</span>");
    }

    private static void fact(StringBuilder html, String before, @Nullable String text, String after) {
        if (text != null) {
            html.append(before).append(escaped(text)).append(after).append('\n');
        }
    }

    private void passage(StringBuilder html, Hit hit, Passage passage, String language) {
        html.append("<p class=\"passage\" dir=\"auto\" lang=\"")
                .append(language)
                .append("\">");
        place(html, hit, passage);
        html.append(" … ").append(marked(passage)).append(" …</p>\n");
    }

    private void place(StringBuilder html, Hit hit, Passage passage) {
        Integer start = passage.start();
        if (start == null) {
            return;
        }
        html.append("<a class=\"passage-place\" rel=\"nofollow\" href=\"/doc/");
        html.append(escaped(hit.uid())).append("/place/").append(start).append("\">");
        Integer page = passage.page();
        String section = passage.section();
        if (page != null) {
            html.append(escaped(phrases.text("hit.page", page)));
        }
        if (section != null) {
            html.append(" <bdi>").append(escaped(section)).append("</bdi>");
        }
        if (page == null && section == null) {
            html.append(escaped(phrases.text("hit.place")));
        }
        html.append("</a>");
    }

    /** Text with the words that were found marked. */
    private static String marked(Passage passage) {
        StringBuilder html = new StringBuilder();
        for (Piece piece : passage.pieces()) {
            html.append(piece.marked() ? "<mark>" : "");
            html.append(escaped(piece.text()));
            html.append(piece.marked() ? "</mark>" : "");
        }
        return html.toString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
