package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.Grid;
import org.gongbao.extraction.Paragraph;

/**
 * The table of contents of an issue (目录): the titles that it lists with their pages. It confirms where documents begin, finds
 * those whose head shows neither number nor addressee, and tells what the issue lacks.
 */
final class IssueContents {

    /** {@code 目　录}, {@code 本期目录}; a masthead may stand before it on the line. */
    private static final Pattern HEAD = Pattern.compile(".{0,30}(?:目录|目次)");

    /** {@code 云州市人民政府关于防汛工作的通知……………… 12}, {@code …的通知（云政发〔2023〕5号）(12)}. */
    private static final Pattern ENTRY = Pattern.compile(
            "(?<title>.*?\\p{IsHan}.*?[^\\d.…·．\\-—－_/（(]) *(?:[.…·．\\-—－_/]+ *)*[（(]?(?<page>\\d{1,4})[)）]?");

    /** {@code 【市政府文件】}: a column of the gazette. */
    private static final Pattern COLUMN = Pattern.compile("[【\\[].{1,20}[】\\]]");

    private static final Pattern NUMBER_BEHIND = Pattern.compile("[（(][^（）()]*号[)）]$");

    private static final int LONGEST_TITLE = 5;

    private final LineKinds kinds;
    private final List<String> titles;

    private IssueContents(LineKinds kinds, List<String> titles) {
        this.kinds = kinds;
        this.titles = titles;
    }

    /** Reads the contents among the blocks before a place; without a head 目录 there are none. */
    static IssueContents read(List<Block> blocks, int before, LineKinds kinds) {
        List<String> titles = new ArrayList<>();
        StringBuilder wrapped = new StringBuilder();
        boolean inContents = false;
        for (String line : blocks.subList(0, before).stream()
                .flatMap(block -> lines(block).stream())
                .toList()) {
            String text = line.strip();
            if (HEAD.matcher(Blanks.remove(text)).matches()) {
                inContents = true;
            } else if (inContents && COLUMN.matcher(text).matches()) {
                wrapped.setLength(0);
            } else if (inContents) {
                Matcher entry = ENTRY.matcher(wrapped + text);
                if (entry.matches() && isWhole(entry.group("title"))) {
                    title(entry.group("title"), kinds, titles);
                    wrapped.setLength(0);
                } else {
                    wrapped.append(kinds.endsTitle(text) || text.length() < 8 ? "" : text);
                }
            }
        }
        return new IssueContents(kinds, List.copyOf(titles));
    }

    /** A number that is wrapped within its brackets ends with no page: {@code …的通知（云政发〔2023〕5}. */
    private static boolean isWhole(String title) {
        return title.chars().filter(sign -> sign == '（' || sign == '(').count()
                == title.chars().filter(sign -> sign == '）' || sign == ')').count();
    }

    private static List<String> lines(Block block) {
        if (block instanceof Grid grid) {
            return grid.rows().stream()
                    .map(row ->
                            String.join(" ", row.stream().map(Grid.Cell::text).toList()))
                    .toList();
        }
        return ((Paragraph) block).lines().stream().map(line -> line.text()).toList();
    }

    private static void title(String entry, LineKinds kinds, List<String> titles) {
        String bare = NUMBER_BEHIND.matcher(Blanks.remove(entry)).replaceFirst("");
        if (kinds.endsTitle(bare) && bare.length() > 5) {
            titles.add(bare);
        }
    }

    /** Where a listed title stands behind the contents, -1 where it does not. */
    int find(String title, List<Block> blocks, int from) {
        for (int at = from; at < blocks.size(); at++) {
            StringBuilder text = new StringBuilder();
            for (int line = at; line < Math.min(blocks.size(), at + LONGEST_TITLE); line++) {
                text.append(blocks.get(line) instanceof Paragraph paragraph ? Blanks.remove(paragraph.text()) : "。");
                if (isTitle(text.toString(), title)) {
                    return at;
                }
                if (text.length() > title.length() + 40) {
                    break;
                }
            }
        }
        return -1;
    }

    /** Contents ordered by agencies may leave the agency out. */
    private boolean isTitle(String text, String title) {
        return text.equals(title)
                || text.endsWith(title)
                        && title.startsWith("关于")
                        && kinds.agencies().isName(text.substring(0, text.length() - title.length()));
    }

    /** The listed titles in order. */
    List<String> titles() {
        return titles;
    }
}
