package org.gongbao.extraction;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;

/**
 * What the style sheets within a page hide on a screen, such as {@code .tip {display: none}}. Plain selectors of tags,
 * classes, ids and places are understood, with their precedence (CSS Cascading Level 4, 6.1), so that a pane that a second
 * rule shows again stays; all others, such as those that wait for a pointer, hide and show nothing.
 */
final class StyleRules {

    /** A page with more rules that hide or show is read as far as these. */
    private static final int MOST = 500;

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|<!--|-->", Pattern.DOTALL);

    /** A rule for screens, as in {@code @media screen {}}; those for paper or narrow windows are passed over. */
    private static final Pattern SCREEN =
            Pattern.compile("@media\\s+(?:only\\s+)?(?:screen|all)\\s*", Pattern.CASE_INSENSITIVE);

    /** A selector such as {@code #tabs > .pane:first-child}. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?:[\\w.#\\s>*\\u0080-\\uFFFF-]"
                    + "|:(?:first|last|only)-(?:child|of-type)|:nth-(?:child|of-type)\\([\\dnodevn+\\s-]+\\)|:not\\([\\w.#-]+\\))+");

    /** What is said of {@code display} or {@code visibility}. */
    private static final Pattern PROPERTY = Pattern.compile(
            "(?:^|[;\\s])(display|visibility)\\s*:\\s*([\\w-]+)\\s*(!\\s*important)?", Pattern.CASE_INSENSITIVE);

    private final Map<Element, Said> display = new IdentityHashMap<>();
    private final Map<Element, Said> visibility = new IdentityHashMap<>();
    private int rules;

    private StyleRules() {}

    /** The elements that a style sheet of the page hides and their own style does not show. */
    static Set<Element> hidden(Document page) {
        StyleRules said = new StyleRules();
        for (Element sheet : page.select("style")) {
            if (sheet.attr("media").isBlank()
                    || SCREEN.matcher("@media " + sheet.attr("media")).matches()) {
                said.read(COMMENT.matcher(sheet.data()).replaceAll(" "), page);
            }
        }
        Set<Element> hidden = Collections.newSetFromMap(new IdentityHashMap<>());
        said.display.forEach((element, last) -> {
            if (last.hides() && !last.isOverruled(element, "display")) {
                hidden.add(element);
            }
        });
        said.visibility.forEach((element, last) -> {
            if (last.hides() && !last.isOverruled(element, "visibility")) {
                hidden.add(element);
            }
        });
        return hidden;
    }

    private void read(String sheet, Document page) {
        int at = 0;
        for (int open = sheet.indexOf('{'); open >= 0 && rules < MOST; open = sheet.indexOf('{', at)) {
            String selectors = sheet.substring(at, open);
            selectors = selectors
                    .substring(Math.max(selectors.lastIndexOf('}'), selectors.lastIndexOf(';')) + 1)
                    .strip();
            if (selectors.startsWith("@")) {
                at = SCREEN.matcher(selectors).matches() ? open + 1 : end(sheet, open);
                continue;
            }
            int close = sheet.indexOf('}', open);
            at = close < 0 ? sheet.length() : close + 1;
            rule(selectors, sheet.substring(open + 1, close < 0 ? sheet.length() : close), page);
        }
    }

    /** Where a block with blocks in it ends. */
    private static int end(String sheet, int open) {
        int depth = 0;
        for (int i = open; i < sheet.length(); i++) {
            depth += sheet.charAt(i) == '{' ? 1 : sheet.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return sheet.length();
    }

    private void rule(String selectors, String declarations, Document page) {
        Matcher property = PROPERTY.matcher(declarations);
        while (property.find()) {
            boolean ofDisplay = property.group(1).equalsIgnoreCase("display");
            boolean hides = property.group(2).equalsIgnoreCase(ofDisplay ? "none" : "hidden");
            for (String selector : selectors.split(",", -1)) {
                if (rules++ < MOST) {
                    say(selector.strip(), hides, property.group(3) != null, ofDisplay ? display : visibility, page);
                }
            }
        }
    }

    private static void say(String selector, boolean hides, boolean important, Map<Element, Said> said, Document page) {
        if (!PLAIN.matcher(selector).matches()) {
            return;
        }
        Said now = new Said(hides, important, weight(selector));
        try {
            for (Element element : page.select(QueryParser.parse(selector))) {
                said.merge(element, now, (before, after) -> after.outweighs(before) ? after : before);
            }
        } catch (Selector.SelectorParseException e) {
            // Not a selector after all; a browser passes over it too.
        }
    }

    /** Ids before classes and places before tags. */
    private static int weight(String selector) {
        int weight = 0;
        for (String part : selector.split("[\\s>]+", -1)) {
            int ids = (int) part.chars().filter(c -> c == '#').count();
            int classes = (int) part.chars().filter(c -> c == '.' || c == ':').count();
            weight += 10_000 * ids + 100 * classes + (part.matches("[a-zA-Z].*") ? 1 : 0);
        }
        return weight;
    }

    /** What the strongest rule so far says of an element. */
    private record Said(boolean hides, boolean important, int weight) {

        boolean outweighs(Said before) {
            return important == before.important ? weight >= before.weight : important;
        }

        /** Whether the element's own style, which is stronger, says otherwise. */
        boolean isOverruled(Element element, String property) {
            Matcher own = PROPERTY.matcher(element.attr("style"));
            boolean overruled = false;
            while (own.find()) {
                overruled |= own.group(1).equalsIgnoreCase(property) && (!important || own.group(3) != null);
            }
            return overruled;
        }
    }
}
