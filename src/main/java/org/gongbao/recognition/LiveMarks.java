package org.gongbao.recognition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a file bears a secrecy mark that is in force (有效密级标志): 绝密, 机密 or 秘密 with a star or a term, at the head
 * of one of its first pages, in its header, or on any file of an archive. A document that speaks of secrets, as laws do, is
 * none; nor is one that says at its head that it is declassified (已解密), nor one for internal use (内部).
 */
final class LiveMarks {

    /** Lines of a page that are its head. */
    private static final int HEAD = 25;

    /** Lines of a page among which a level alone is a mark. */
    private static final int FIRST = 3;

    /** Longest line that is a stamp. */
    private static final int STAMP = 40;

    /** The stamp of what is secret no longer: {@code 已解密}, {@code 已于2019年3月解密}, {@code （解密）}, {@code 准予解密}. */
    private static final Pattern DECLASSIFIED = Pattern.compile(
            "已经?(?:于?[\\d〇零一二三四五六七八九十年月日./-]+)?(?:予以)?解(?:密|除密级)|^[（(【\\[]?(?:准予|同意|批准)?解密(?:章|文件|档案)?[)）】\\]]?$");

    private final SecrecyMarks marks;

    LiveMarks(SecrecyMarks marks) {
        this.marks = marks;
    }

    /** The level of the mark; the first that is found. */
    Optional<String> in(ExtractedText text) {
        Optional<String> own = onOwnPages(text);
        return own.isPresent()
                ? own
                : text.parts().stream()
                        .flatMap(part -> in(part.text()).stream())
                        .findFirst();
    }

    private Optional<String> onOwnPages(ExtractedText text) {
        List<HeadLine> lines = heads(text);
        if (lines.stream().anyMatch(line -> isDeclassified(line.text))) {
            return Optional.empty();
        }
        return lines.stream()
                .flatMap(line -> marks.levelOn(line.text, line.place < FIRST).stream())
                .findFirst();
    }

    private static List<HeadLine> heads(ExtractedText text) {
        Map<@Nullable Integer, Integer> counts = new HashMap<>();
        Stream<HeadLine> flow = FlowBuilder.build(text.blocks()).segments().stream()
                .map(line -> new HeadLine(line.text(), counts.merge(line.page(), 1, Integer::sum) - 1))
                .filter(line -> line.place < HEAD);
        Stream<HeadLine> beside = Stream.concat(
                        text.metadata().getOrDefault("header", "").lines(),
                        text.findings().stream().map(Finding::quote).filter(quote -> quote != null))
                .map(line -> new HeadLine(line, FIRST));
        return Stream.concat(flow, beside).toList();
    }

    private static boolean isDeclassified(String line) {
        String squeezed = Blanks.remove(line);
        return squeezed.length() <= STAMP && DECLASSIFIED.matcher(squeezed).find();
    }

    /** @param place on its page, from 0 */
    private record HeadLine(String text, int place) {}
}
