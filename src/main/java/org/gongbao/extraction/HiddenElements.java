package org.gongbao.extraction;

import java.util.List;
import java.util.regex.Pattern;
import org.gongbao.record.Finding;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Takes out of a page what a browser does not show. Hidden text is a finding; scripts and styles are none. */
final class HiddenElements {

    private static final String NEVER_TEXT =
            "script, style, noscript, template, iframe, frame, object, embed, applet, svg, canvas,"
                    + " audio, video, select, button, input, textarea, datalist, option, rp, rt, title, map";

    /** A style that hides, such as {@code display: none}. */
    private static final Pattern HIDDEN = Pattern.compile(
            "display\\s*:\\s*none|visibility\\s*:\\s*hidden|font-size\\s*:\\s*0(?:px|pt|em)?\\s*(?:;|$)",
            Pattern.CASE_INSENSITIVE);

    private HiddenElements() {}

    static List<Finding> remove(Document page) {
        page.select(NEVER_TEXT).remove();
        int characters = 0;
        for (Element element : page.select("[hidden], [style]")) {
            if (element.hasAttr("hidden")
                    || HIDDEN.matcher(element.attr("style")).find()) {
                boolean gone = element.ownerDocument() == null;
                if (gone || element.nameIs("html") || element.nameIs("body")) {
                    continue;
                }
                characters +=
                        element.text().replaceAll("[\\s\\u00A0\\u3000]", "").length();
                element.remove();
            }
        }
        return characters == 0
                ? List.of()
                : List.of(Finding.warning(
                        "html.hidden-text", characters + " characters that the page hides from readers were left out"));
    }
}
