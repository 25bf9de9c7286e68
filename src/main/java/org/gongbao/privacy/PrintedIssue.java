package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.Grid;
import org.gongbao.extraction.HiddenContent;
import org.gongbao.extraction.Line;
import org.gongbao.extraction.Paragraph;
import org.gongbao.record.Finding;
import org.gongbao.record.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What was read of the printer's PDF (印刷版文件): its lines by page, without page numbers and running heads.
 *
 * @param findings errors of reading, and hidden content
 */
public record PrintedIssue(int pages, Map<Integer, List<String>> lines, List<Finding> findings) {

    /** Longest running head that names the series. */
    private static final int HEAD = 60;

    public PrintedIssue {
        findings = List.copyOf(findings);
    }

    /** @param series whose name, alone with numbers on the first or last line of a page, is a running head */
    static PrintedIssue of(ExtractedText text, String series) {
        Map<Integer, List<String>> lines = new TreeMap<>();
        text.pages().forEach(page -> lines.put(page.number(), new ArrayList<>()));
        for (Block block : text.blocks()) {
            if (block instanceof Paragraph paragraph) {
                for (Line line : paragraph.lines()) {
                    add(lines, line.page(), line.text());
                }
            } else if (block instanceof Grid grid) {
                grid.rows().forEach(row -> row.forEach(cell -> add(lines, cell.page(), cell.text())));
            }
        }
        lines.values().forEach(page -> withoutHeads(page, series));
        List<Finding> findings = text.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR
                        || finding.code().endsWith(".page-without-text")
                        || HiddenContent.isNamedBy(finding))
                .toList();
        return new PrintedIssue(text.pages().size(), lines, findings);
    }

    private static void add(Map<Integer, List<String>> lines, @Nullable Integer page, String text) {
        if (page != null) {
            lines.computeIfAbsent(page, number -> new ArrayList<>()).add(text);
        }
    }

    /** Issues of two pages repeat a head too seldom for extraction to know it. */
    private static void withoutHeads(List<String> page, String series) {
        if (page.size() > 1 && isHead(page.get(0), series)) {
            page.remove(0);
        }
        if (page.size() > 1 && isHead(page.get(page.size() - 1), series)) {
            page.remove(page.size() - 1);
        }
    }

    private static boolean isHead(String line, String series) {
        String bare = line.replaceAll("\\s", "");
        return bare.length() < HEAD
                && bare.contains(series)
                && bare.replace(series, "")
                        .replaceAll("[\\d年第期总号月日（）()·.—-]", "")
                        .isEmpty();
    }

    /** Whether something is in it that no reader of its pages sees. */
    public boolean hasHiddenContent() {
        return findings.stream().anyMatch(HiddenContent::isNamedBy);
    }

    /** The text of pages. */
    ComparedText text(int first, int last) {
        ComparedText text = new ComparedText();
        for (int page = first; page <= last; page++) {
            int number = page;
            lines.getOrDefault(page, List.of()).forEach(line -> text.append(line, number));
        }
        return text;
    }
}
