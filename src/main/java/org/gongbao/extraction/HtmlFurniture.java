package org.gongbao.extraction;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Takes navigation, footers, share buttons and lists of links out of a page. Cautious: what holds much of the page's text or
 * lies within the document's own container stays.
 */
final class HtmlFurniture {

    private static final String CONTAINERS = "nav, footer, aside, header, div, ul, ol, dl, section, table, form";

    /** An element with more of the page's text than this is no furniture, whatever its name. */
    private static final double MUCH = 0.4;

    /** Share of text in links that makes a list of links. */
    private static final double DENSE = 0.6;

    private static final int FEWEST_LINKS = 3;

    private final PageProfile profile;
    private final TextLengths lengths;
    private final double page;

    private HtmlFurniture(PageProfile profile, Element body) {
        this.profile = profile;
        this.lengths = TextLengths.of(body);
        this.page = Math.max(1, lengths.all(body));
    }

    static void remove(Document document, PageProfile profile) {
        HtmlFurniture furniture = new HtmlFurniture(profile, document.body());
        for (Element element : document.body().select(CONTAINERS)) {
            if (furniture.isFurniture(element)) {
                element.remove();
            }
        }
    }

    private boolean isFurniture(Element element) {
        boolean named = element.nameIs("nav") || element.nameIs("footer") || profile.isFurniture(element);
        if ((!named && !isListOfLinks(element)) || lengths.all(element) / page > MUCH) {
            return false;
        }
        return named ? !profile.hasLabel(element.text()) : !isWithinContent(element);
    }

    private boolean isListOfLinks(Element element) {
        return lengths.links(element) >= FEWEST_LINKS && lengths.linked(element) >= DENSE * lengths.all(element);
    }

    private boolean isWithinContent(Element element) {
        return profile.isContent(element) || element.parents().stream().anyMatch(profile::isContent);
    }
}
