package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.Finding;

/**
 * Takes page numbers (页码) and running heads (书眉) out of the text. Page numbers go without a word; every running head is
 * quoted once in a finding.
 */
final class RunningHeads {

    /** Part of the page's height, from either end, where heads and numbers stand. */
    private static final double MARGIN = 0.13;

    /** The outermost lines of a page that may be running heads. */
    private static final int LINES = 2;

    /** Fewest pages with the same line for a running head. */
    private static final int REPEATED = 3;

    private static final String DASH = "[-—–―－─·•~～|.\\s]*";

    /** A page number, such as {@code — 3 —}, {@code 第 3 页 共 20 页}, {@code 3/20}, {@code Page 3 of 20}, {@code iv}. */
    static final Pattern PAGE_NUMBER = Pattern.compile(DASH
            + "(?:Page\\s*|P\\.?\\s*|第\\s*)?(?:[0-9０-９]{1,4}|[ivxlIVXL]{1,6}|第[一二三四五六七八九十百〇零]{1,5}页)(?:\\s*页)?"
            + "(?:\\s*(?:[/／，,、]|of|共|[/／，,、]\\s*共)\\s*[0-9０-９]{1,4}(?:\\s*页)?)?" + DASH);

    /** A page number that only its place gives away, such as {@code 3}. */
    private static final Pattern BARE = Pattern.compile("[0-9０-９ivxlIVXL]+");

    /** A number in a running head, such as the 15 of {@code 云州市人民政府公报 ·15·}. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

    /** The label of an annex, which stands alone at the top of its first page, such as {@code 附件}, {@code 附表 2：}. */
    private static final Pattern ANNEX = Pattern.compile("附\\s*[件表录图](?:\\s*[0-9０-９一二三四五六七八九十]{1,3})?\\s*[:：]?");

    /**
     * The end of a title or of a masthead, such as {@code 云州市人民政府令}, {@code 公告}: the kinds of official documents
     * (党政机关公文处理工作条例, 8) but for 公报, by which gazettes head their pages.
     */
    private static final Pattern TITLE =
            Pattern.compile(".*(?:决议|决定|令|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|文件|办法|规定|细则|条例|方案)");

    private final List<PageText> pages;
    private final double bodySize;
    private final List<Finding> findings = new ArrayList<>();

    RunningHeads(List<PageText> pages) {
        this.pages = pages;
        this.bodySize = Paragraphs.bodySize(pages);
    }

    /** What was left out, one finding for each running head. */
    List<Finding> findings() {
        return findings;
    }

    /** The pages without page numbers and running heads. */
    List<PageText> removed() {
        Map<String, Set<Integer>> seen = new HashMap<>();
        for (PageText page : pages) {
            for (TextLine line : outermost(page)) {
                if (isHeading(line)) {
                    continue;
                }
                for (String key : keys(line, page)) {
                    seen.computeIfAbsent(key, k -> new HashSet<>())
                            .add(page.page().number());
                }
            }
        }
        Map<String, Finding> heads = new LinkedHashMap<>();
        List<PageText> result =
                pages.stream().map(page -> bare(page, seen, heads)).toList();
        findings.addAll(heads.values());
        return result;
    }

    private PageText bare(PageText page, Map<String, Set<Integer>> seen, Map<String, Finding> heads) {
        Set<PageItem> dropped = new HashSet<>();
        for (TextLine line : outermost(page)) {
            Optional<String> repeated = isHeading(line)
                    ? Optional.empty()
                    : keys(line, page).stream()
                            .filter(key ->
                                    isRepeated(seen.getOrDefault(key, Set.of()).size()))
                            .findFirst();
            if (isPageNumber(line)) {
                dropped.add(line);
            } else if (repeated.isPresent()) {
                dropped.add(line);
                heads.putIfAbsent(repeated.get(), finding(line));
            }
        }
        List<PageItem> kept =
                page.items().stream().filter(item -> !dropped.contains(item)).toList();
        if (kept.isEmpty()) {
            kept = page.items().stream().filter(item -> !isPageNumber(item)).toList();
        }
        return new PageText(page.page(), kept);
    }

    /** Whether it begins a document or an annex, as several may in one file; running heads are set smaller than the text. */
    private boolean isHeading(TextLine line) {
        return ANNEX.matcher(line.text()).matches()
                || line.size() > 0.95 * bodySize && TITLE.matcher(line.text()).matches();
    }

    private boolean isRepeated(int count) {
        return count >= REPEATED || count == 2 && pages.size() == 2;
    }

    private boolean isPageNumber(PageItem item) {
        String text = item instanceof TextLine line ? line.text() : "";
        return PAGE_NUMBER.matcher(text).matches()
                && (pages.size() > 1 || !BARE.matcher(text).matches());
    }

    private static Finding finding(TextLine line) {
        return Finding.info(
                        "pdf.running-head",
                        "A line that returns on the pages was taken for a running head and left out.")
                .onPage(line.page())
                .quoting(line.text());
    }

    /**
     * What makes a line the same head on another page: its place and words; or its words and one number that grows with the
     * pages. Headings that only look alike, such as 附件1 and 附件2, differ in both.
     */
    private static List<String> keys(TextLine line, PageText page) {
        boolean top = line.shown().y() < page.page().height() / 2;
        String text = (top ? "^" : "_") + line.text().replace(" ", "");
        List<String> keys = new ArrayList<>();
        keys.add(text);
        Matcher number = NUMBER.matcher(text);
        while (number.find() && keys.size() < 5) {
            long offset = Long.parseLong(number.group()) - page.page().number();
            keys.add(text.substring(0, number.start()) + "#" + offset + "#" + text.substring(number.end()));
        }
        return keys;
    }

    /** The first and last lines of the page, as far as they stand in its margins. */
    private static List<TextLine> outermost(PageText page) {
        double height = page.page().height();
        List<TextLine> lines = new ArrayList<>();
        for (PageItem item : page.items()) {
            if (item instanceof TextLine line) {
                lines.add(line);
            }
        }
        lines.sort((a, b) -> Double.compare(a.shown().y(), b.shown().y()));
        List<TextLine> outermost = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            boolean head = i < LINES && line.shown().bottom() < MARGIN * height;
            boolean foot = i >= lines.size() - LINES && line.shown().y() > (1 - MARGIN) * height;
            if (head || foot) {
                outermost.add(line);
            }
        }
        return outermost;
    }
}
