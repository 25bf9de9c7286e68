package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.Grid;
import org.gongbao.extraction.Line;
import org.gongbao.extraction.Page;
import org.gongbao.extraction.Paragraph;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The documents of an issue as texts of their own (各篇), each with the findings on its pages. A page that two documents
 * share belongs to both; what is said of no page belongs to the whole issue.
 */
final class IssueParts {

    private IssueParts() {}

    static List<ExtractedText> of(ExtractedText issue, List<List<Block>> parts) {
        List<ExtractedText> texts = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Integer first = firstPage(parts.get(i));
            Integer last = i + 1 < parts.size() ? firstPage(parts.get(i + 1)) : null;
            List<Finding> findings = issue.findings().stream()
                    .filter(finding -> isWithin(finding.page(), first, last))
                    .toList();
            texts.add(new ExtractedText(
                    issue.mediaType(),
                    issue.charset(),
                    issue.pages(),
                    parts.get(i),
                    issue.metadata(),
                    List.of(),
                    findings));
        }
        return texts;
    }

    /**
     * The pages of each document: from its first to its last, with pages without text behind it. A page that two documents share
     * belongs to both.
     */
    static List<List<Integer>> pagesOf(List<List<Block>> parts) {
        List<List<Integer>> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Integer first = firstPage(parts.get(i));
            Integer next = i + 1 < parts.size() ? firstPage(parts.get(i + 1)) : null;
            int last = parts.get(i).stream()
                    .flatMap(IssueParts::pages)
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
            int end = next == null ? last : Math.max(last, next - 1);
            all.add(
                    first == null
                            ? List.of()
                            : IntStream.rangeClosed(first, end).boxed().toList());
        }
        return all;
    }

    /** The pages of no document: cover, contents, imprint. */
    static List<Integer> otherPages(ExtractedText issue, List<List<Integer>> taken) {
        Set<Integer> ofDocuments = taken.stream().flatMap(List::stream).collect(Collectors.toSet());
        return issue.pages().stream()
                .map(Page::number)
                .filter(page -> !ofDocuments.contains(page))
                .toList();
    }

    /** What stands before the first document. */
    static List<Block> cover(ExtractedText issue, List<List<Block>> parts) {
        return issue.blocks().subList(0, issue.blocks().indexOf(parts.get(0).get(0)));
    }

    /** A page without any text stands between the pages of a document, so its last page is where the next one begins. */
    private static boolean isWithin(@Nullable Integer page, @Nullable Integer first, @Nullable Integer last) {
        return page != null && (first == null || page >= first) && (last == null || page <= last);
    }

    private static @Nullable Integer firstPage(List<Block> blocks) {
        return blocks.stream().flatMap(IssueParts::pages).findFirst().orElse(null);
    }

    private static Stream<Integer> pages(Block block) {
        Stream<@Nullable Integer> pages = block instanceof Grid grid
                ? grid.rows().stream().flatMap(List::stream).map(Grid.Cell::page)
                : ((Paragraph) block).lines().stream().map(Line::page);
        return pages.filter(Objects::nonNull);
    }
}
