package org.gongbao.extraction;

import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the smallest element that holds the document with its title and metadata: goes down from the body as long as one
 * child holds nearly all of the text and nothing worth keeping stands beside it.
 */
final class MainContent {

    /** Share of text that the child on the way down must hold. */
    private static final double NEARLY_ALL = 0.75;

    private static final int DEEPEST = 200;

    /** A text of this length with a full stop is part of the document. */
    private static final int SENTENCES = 50;

    /** A date, as in {@code 2018年6月22日} or {@code 2018-06-22}: of the signature or of publication. */
    private static final Pattern DATE = Pattern.compile("\\d{4}\\s*[年./-]\\s*\\d{1,2}\\s*[月./-]\\s*\\d{1,2}");

    /** A document number, such as {@code 〔2018〕88号}. */
    private static final Pattern NUMBER =
            Pattern.compile("[〔\\[（(【]\\s*\\d{4}\\s*[〕\\]）)】].{0,3}\\d+\\s*号|令\\s*第?\\s*\\d+\\s*号");

    private final PageProfile profile;
    private final String title;
    private final TextLengths lengths;

    private MainContent(PageProfile profile, String title, Element body) {
        this.profile = profile;
        this.title = title;
        this.lengths = TextLengths.of(body);
    }

    static Element of(Document page, PageProfile profile) {
        Element meta = page.selectFirst("meta[name=ArticleTitle]");
        String title = meta == null ? page.title() : meta.attr("content");
        return new MainContent(profile, title.strip(), page.body()).find(page.body());
    }

    private Element find(Element body) {
        Element main = body;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Element next = next(main);
            if (next == null) {
                break;
            }
            main = next;
        }
        return main;
    }

    private @Nullable Element next(Element element) {
        if (element.nameIs("table") && HtmlTables.isData(element)) {
            return null;
        }
        double all = lengths.all(element);
        if (TextLengths.of(element.ownText()) > 0) {
            return null;
        }
        for (Element child : element.children()) {
            if (lengths.all(child) >= NEARLY_ALL * all && all > 0) {
                boolean alone = element.children().stream().noneMatch(other -> other != child && isWorthKeeping(other));
                return alone && child.isBlock() ? child : null;
            }
        }
        return null;
    }

    private boolean isWorthKeeping(Element element) {
        int length = lengths.all(element);
        String text = length == 0 ? "" : element.text();
        if (length == 0 || profile.isFurniture(text)) {
            return false;
        }
        return (length >= SENTENCES && text.contains("。"))
                || isTitle(text)
                || profile.hasLabel(text)
                || DATE.matcher(text).find()
                || NUMBER.matcher(text).find()
                || text.contains("附件")
                || element.selectFirst("h1, h2") != null;
    }

    private boolean isTitle(String text) {
        String dense = text.replaceAll("\\s", "");
        String own = title.replaceAll("\\s", "");
        return dense.length() >= 6 && (own.contains(dense) || (own.length() >= 6 && dense.contains(own)));
    }
}
