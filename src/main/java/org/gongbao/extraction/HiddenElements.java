package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongbao.record.Finding;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Takes out of a page what a browser does not show. Hidden text is a finding; scripts and styles are none.
 *
 * <p>Pages that show their document by a script only hide it by a rule of their style sheet. So where rules hide the
 * document itself, it stays, and that is a finding too.
 */
final class HiddenElements {

    private static final String NEVER_TEXT =
            "script, style, noscript, template, iframe, frame, object, embed, applet, svg, canvas,"
                    + " audio, video, select, button, input, textarea, datalist, option, rp, rt, title, map";

    /** A style that hides, such as {@code display: none} or {@code opacity: 0}. */
    private static final Pattern HIDDEN = Pattern.compile(
            "(?<![\\w-])(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden"
                    + "|opacity\\s*:\\s*0*(?:0|\\.0+)%?\\s*(?:!|;|$))",
            Pattern.CASE_INSENSITIVE);

    /** A style that makes text too small to be seen, unless what is inside has a size of its own. */
    private static final Pattern SHRUNK =
            Pattern.compile("font-size\\s*:\\s*0*(?:0|\\.0+)(?:px|pt|r?em|%)?\\s*(?:!|;|$)", Pattern.CASE_INSENSITIVE);

    private final Document page;
    private final PageProfile profile;

    private HiddenElements(Document page, PageProfile profile) {
        this.page = page;
        this.profile = profile;
    }

    static List<Finding> remove(Document page, PageProfile profile) {
        Set<Element> byRule = StyleRules.hidden(page);
        page.select(NEVER_TEXT).remove();
        return new HiddenElements(page, profile).remove(byRule);
    }

    private List<Finding> remove(Set<Element> byRule) {
        List<Element> own = outermost(page.select("[hidden], [style]").stream()
                .filter(HiddenElements::hidesItself)
                .toList());
        int characters = removed(own);
        List<Element> ruled = outermost(
                page.getAllElements().stream().filter(byRule::contains).toList());
        List<Finding> findings = new ArrayList<>();
        if (!ruled.isEmpty() && isDocument(ruled)) {
            int kept = ruled.stream().mapToInt(HiddenElements::length).sum();
            findings.add(Finding.warning(
                    "html.hidden-kept",
                    "rules of the page's style sheet hide " + kept
                            + " characters, among them the document itself; all of them were kept"));
        } else {
            characters += removed(ruled);
        }
        if (characters > 0) {
            findings.add(
                    0,
                    Finding.warning(
                            "html.hidden-text",
                            characters + " characters that the page hides from readers were left out"));
        }
        return findings;
    }

    private static boolean hidesItself(Element element) {
        String style = element.attr("style");
        return element.hasAttr("hidden")
                || HIDDEN.matcher(style).find()
                || SHRUNK.matcher(style).find()
                        && element.select("[style*=font]").size() == 1;
    }

    /** Those that lie in no other, in their order; the page itself is never hidden. */
    private static List<Element> outermost(List<Element> elements) {
        List<Element> outermost = new ArrayList<>();
        Set<Element> inside = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Element element : elements) {
            boolean whole = element.nameIs("html") || element.nameIs("body");
            if (!whole && !inside.contains(element)) {
                outermost.add(element);
                inside.addAll(element.getAllElements());
            }
        }
        return outermost;
    }

    private static int removed(List<Element> elements) {
        int characters = 0;
        for (Element element : elements) {
            characters += length(element);
            element.remove();
        }
        return characters;
    }

    private static int length(Element element) {
        return TextLengths.of(element.text());
    }

    /** Whether these are more than half of the page's text, or hold the longest part of it that is named as the document. */
    private boolean isDocument(List<Element> hidden) {
        TextLengths lengths = TextLengths.of(page.body());
        if (hidden.stream().mapToInt(lengths::all).sum() > lengths.all(page.body()) / 2) {
            return true;
        }
        Element content = page.body().getAllElements().stream()
                .filter(profile::isContent)
                .max(Comparator.comparingInt(lengths::all))
                .orElse(null);
        return content != null
                && lengths.all(content) > 0
                && hidden.stream().anyMatch(element -> element.getAllElements().contains(content));
    }
}
