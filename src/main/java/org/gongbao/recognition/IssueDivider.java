package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.Paragraph;
import org.gongbao.record.DocumentNumberReader;

/**
 * Divides an issue of a gazette (公报分篇) into its documents. A document begins with a title next to a document number or an
 * addressee. A file that is no issue is divided only where several such heads stand in it.
 */
final class IssueDivider {

    /** How many lines a masthead and its table of contents may take. */
    private static final int MASTHEAD = 25;

    /** {@code 云州市政报}, {@code 政府公报合订本}, {@code 文件汇编}. */
    private static final Pattern NAME = Pattern.compile("公报|政报|文告|合订|汇编");

    /** {@code 目　录}, {@code 本期目录}; a masthead may stand before it on the line. */
    private static final Pattern CONTENTS = Pattern.compile(".*(?:目录|目次)");

    private final LineKinds kinds;
    private final SecrecyMarks marks;

    IssueDivider(LineKinds kinds, SecrecyMarks marks) {
        this.kinds = kinds;
        this.marks = marks;
    }

    /**
     * The blocks of each document, empty where the file holds one only.
     *
     * @param isIssue whether the file says that it is an issue of a gazette
     */
    List<List<Block>> divide(Flow flow, boolean isIssue) {
        List<Block> blocks = flow.blocks();
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            int start = withMark(blocks, headAt(blocks, i));
            if (start >= 0 && (starts.isEmpty() || start > starts.get(starts.size() - 1) + 1)) {
                starts.add(start);
            }
        }
        if (starts.size() < 2 || !isIssue && !isCollection(flow)) {
            return List.of();
        }
        List<List<Block>> parts = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : blocks.size();
            parts.add(List.copyOf(blocks.subList(starts.get(i), end)));
        }
        return parts;
    }

    /** A file that opens with a gazette's or a collection's name and a table of contents (目录). */
    private static boolean isCollection(Flow flow) {
        boolean named = false;
        boolean contents = false;
        for (Segment line : flow.segments().subList(0, Math.min(MASTHEAD, flow.size()))) {
            String text = line.squeezed();
            named |= text.length() < 30 && NAME.matcher(text).find();
            contents |= text.length() < 30 && CONTENTS.matcher(text).matches();
        }
        return named && contents;
    }

    /**
     * Where the head begins whose number or addressee stands at the block; -1 where no document begins there. A number
     * stands above or below its title.
     */
    private int headAt(List<Block> blocks, int at) {
        String text = text(blocks, at);
        boolean number =
                text.length() < 40 && DocumentNumberReader.parse(text, Set.of()).isPresent();
        if (number) {
            int title = titleAbove(blocks, at);
            return title >= 0 ? title : titleBelow(blocks, at) ? at : -1;
        }
        if (kinds.isAddressee(text)) {
            int title = titleAbove(blocks, at);
            int before = title - 1;
            boolean numbered = title > 0
                    && DocumentNumberReader.parse(text(blocks, before), Set.of())
                            .isPresent();
            return numbered ? before : title;
        }
        return -1;
    }

    /** A mark of secrecy stands above the head. */
    private int withMark(List<Block> blocks, int head) {
        int start = head;
        while (start > 0 && marks.on(text(blocks, start - 1)).isPresent()) {
            start--;
        }
        return start;
    }

    /** The first line of a title that ends right above the block. */
    private int titleAbove(List<Block> blocks, int at) {
        if (at == 0 || !kinds.endsTitle(text(blocks, at - 1)) || kinds.isBody(text(blocks, at - 1))) {
            return -1;
        }
        int start = at - 1;
        while (start > 0
                && at - start < 5
                && !kinds.hasSubject(text(blocks, start))
                && isTitleLine(text(blocks, start - 1))) {
            start--;
        }
        if (start > 0
                && kinds.startsWithSubject(text(blocks, start))
                && kinds.agencies().isName(Blanks.remove(text(blocks, start - 1)))) {
            start--;
        }
        return start;
    }

    private boolean isTitleLine(String line) {
        return !line.isEmpty()
                && line.length() < 40
                && !kinds.isBody(line)
                && !kinds.isNoise(line)
                && !kinds.isAnnotation(line)
                && org.gongbao.record.ChineseDate.first(line).isEmpty()
                && DocumentNumberReader.parse(line, Set.of()).isEmpty();
    }

    private boolean titleBelow(List<Block> blocks, int at) {
        for (int line = at + 1; line < Math.min(blocks.size(), at + 5); line++) {
            String text = text(blocks, line);
            if (kinds.isBody(text) || kinds.isAddressee(text)) {
                return false;
            }
            if (kinds.endsTitle(text)) {
                return true;
            }
        }
        return false;
    }

    private static String text(List<Block> blocks, int at) {
        return blocks.get(at) instanceof Paragraph paragraph ? Blanks.strip(paragraph.text()) : "";
    }
}
