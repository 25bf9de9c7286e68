package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.Grid;
import org.gongbao.extraction.Paragraph;
import org.gongbao.record.DocumentNumberReader;

/**
 * Divides an issue of a gazette (公报分篇) into its documents. A document begins with a title next to a document number or an
 * addressee, or with a title that the table of contents lists. A file that is no issue is divided only where several such
 * heads stand in it.
 */
final class IssueDivider {

    /** How many lines a masthead and its table of contents may take. */
    private static final int MASTHEAD = 25;

    /** {@code 云州市政报}, {@code 政府公报合订本}, {@code 文件汇编}. */
    private static final Pattern NAME = Pattern.compile("公报|政报|文告|合订|汇编");

    private static final Pattern CONTENTS = Pattern.compile(".*(?:目录|目次)");

    /** {@code 主办：云州市人民政府办公室}, {@code 准印证号：…}, {@code 国内统一刊号：CN…}. */
    private static final Pattern IMPRINT = Pattern.compile(
            "^(?:(?:主管|主办|承办|编辑|出版|编印|印刷|发行|承印|主编)(?:单位|出版|发行|部|者)?[：:]|(?:准印证|刊号|国内统一刊号|国际标准刊号|内部资料|ISSN|CN)|(?:编辑部|本刊)?(?:地址|邮编|邮政编码|电话|网址|定价)[：:])");

    /** How far below the beginning of a document its title may stand. */
    private static final int HEAD = 6;

    private final LineKinds kinds;
    private final SecrecyMarks marks;
    private final HeaderReader headers;

    IssueDivider(LineKinds kinds, SecrecyMarks marks, HeaderReader headers) {
        this.kinds = kinds;
        this.marks = marks;
        this.headers = headers;
    }

    /**
     * The documents of an issue.
     *
     * @param parts the blocks of each document, empty where the file holds one only
     * @param missing titles that the table of contents lists and that stand nowhere behind it
     */
    record Divided(List<List<Block>> parts, List<String> missing) {}

    /**
     * Divides a file.
     *
     * @param isIssue whether the file says that it is an issue of a gazette
     */
    Divided divide(Flow flow, boolean isIssue) {
        List<Block> blocks = flow.blocks();
        if (!isIssue && !isCollection(flow)) {
            return new Divided(List.of(), List.of());
        }
        NavigableSet<Integer> starts = new TreeSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            int head = headAt(blocks, i);
            int start = head < 0 ? -1 : above(blocks, head, starts.isEmpty() ? 0 : starts.last() + 1);
            if (start >= 0 && (starts.isEmpty() || start > starts.last() + 1)) {
                starts.add(start);
            }
        }
        List<String> missing = fromContents(blocks, starts);
        return new Divided(starts.size() < 2 ? List.of() : parts(blocks, List.copyOf(starts)), missing);
    }

    private static List<List<Block>> parts(List<Block> blocks, List<Integer> starts) {
        List<List<Block>> parts = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : imprint(blocks, starts.get(i));
            parts.add(List.copyOf(blocks.subList(starts.get(i), end)));
        }
        return parts;
    }

    /** Where the imprint begins that ends an issue, behind the last document; the end of the file where there is none. */
    private static int imprint(List<Block> blocks, int start) {
        int end = blocks.size();
        while (end > start + 1
                && text(blocks, end - 1).length() < MASTHEAD * 2
                && IMPRINT.matcher(text(blocks, end - 1)).find()) {
            end--;
        }
        return end;
    }

    /** Adds the documents that only the contents know; gives the titles that are not found. */
    private List<String> fromContents(List<Block> blocks, NavigableSet<Integer> starts) {
        int end = starts.isEmpty() ? Math.min(blocks.size(), MASTHEAD) : starts.first();
        IssueContents contents = IssueContents.read(blocks, end, kinds);
        List<String> missing = new ArrayList<>();
        for (String title : contents.titles()) {
            int at = contents.find(title, blocks, end);
            Integer before = at < 0 ? null : starts.floor(at);
            if (at < 0) {
                missing.add(title);
            } else if (before == null || !isWithinHead(blocks, before, at)) {
                starts.add(above(blocks, at, before == null ? 0 : before + 1));
            }
        }
        return missing;
    }

    /** Whether the text of the document that begins at a block has not begun before another block. */
    private boolean isWithinHead(List<Block> blocks, int start, int at) {
        return at - start <= HEAD
                && IntStream.range(start, at)
                        .mapToObj(block -> text(blocks, block))
                        .noneMatch(text -> kinds.isBody(text) || kinds.isAddressee(text));
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

    /** Marks of secrecy and the metadata (索引号 …) of a document stand above its head, but not before a place. */
    private int above(List<Block> blocks, int head, int from) {
        int start = head;
        while (start > from && marks.on(text(blocks, start - 1)).isPresent()) {
            start--;
        }
        int labelled = start;
        while (labelled > from && headers.isLabelled(text(blocks, labelled - 1))) {
            labelled--;
        }
        if (start - labelled > 1 && headers.namesIndex(text(blocks, labelled))) {
            start = labelled;
        }
        return start > from && blocks.get(start - 1) instanceof Grid grid && headers.isMetadata(grid)
                ? start - 1
                : start;
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
