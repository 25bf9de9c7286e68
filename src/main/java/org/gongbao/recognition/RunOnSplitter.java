package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.ChineseDate;
import org.gongbao.record.DocumentNumberReader;

/**
 * Finds the logical lines of a paragraph whose source ran lines together (连排断行): by wide gaps, before headings that
 * follow a full stop, around the document number behind a title, and before a signature at the end. The text stays as it
 * is; only the places where a line begins are found.
 */
final class RunOnSplitter {

    /** A wide gap inside a paragraph: two ideographic blanks or three others. */
    private static final Pattern GAP = Pattern.compile("(?:\\u3000[" + Blanks.CLASS + "]+|[" + Blanks.CLASS + "]{3,})");

    /** The first character of a label: at the beginning, or behind a blank or a mark, but not the 号 of a number. */
    private static final Pattern BEFORE_GAP = Pattern.compile("[" + Blanks.CLASS + "；;|｜]?\\p{IsHan}");

    private static final Pattern AFTER_GAP = Pattern.compile("\\p{IsHan}{1,2}[：:]");

    /** A blank after the end of a sentence: {@code …如下： 一、}. */
    private static final Pattern SENTENCE_GAP = Pattern.compile("(?<=[。：；:;])[" + Blanks.CLASS + "]+");

    /** A heading after the end of a sentence: {@code …如下：一、组成人员}, {@code …工作。（二）按项目}. */
    private static final Pattern HEADING = Pattern.compile("(?<=[。：；:;）)]|[。；：:;]”)"
            + "(?:(?=[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]))|(?<=[。：；:;])(?=（[一二三四五六七八九十]{1,3}）))");

    /** {@code 2021年10月19日附件：1.…}; {@code 附件：1.甲 2.乙} stays one line. */
    private static final Pattern ATTACHMENT =
            Pattern.compile("(?<=[日。])[" + Blanks.CLASS + "]*(?=附件[\\d一二三]{0,2}[:：])");

    /** A title run on to its number: {@code …领导小组的通知云政办发〔2021〕89号各区…}. */
    private static final Pattern TITLE_END =
            Pattern.compile("关于.{4,120}(?:通知|决定|意见|批复|复函|函|通报|公告|通告|办法|方案|规定)(?:（[^）]{1,8}）)?[" + Blanks.CLASS + "]*$");

    /** A paragraph that runs on from its addressees: {@code 各乡镇人民政府、县各有关单位：根据…}. */
    private static final Pattern ADDRESSED = Pattern.compile(
            "^(?:各[\\p{IsHan}]|[\\p{IsHan}]{2,30}(?:政府|局|委|厅|公司|单位))[^。；：:]{0,200}?(?<!如下|以下|要求|原则|包括|下列|通知|规定)[：:](?=[\\s\\u00a0]?[\\p{IsHan}《“])");

    /** {@code 第一章　总则第一节　…}: chapters that a source ran together; a blank follows their label. */
    private static final Pattern CHAPTER = Pattern.compile("第[一二三四五六七八九十百]{1,4}[编章节条][\\u3000\\u00a0 ](?!第)");

    /** {@code 二、基本原则（一）…}: a heading that the first item is run on to. */
    private static final Pattern RUN_IN = Pattern.compile("(?<![\\p{IsHan}])[一二三四五六七八九十]{1,3}、[^。；：，,（）]{2,30}(?=（一）)");

    /** What every line holds that is a date or a number: {@code 二〇二三年}, {@code 5}, {@code 第四十五号}. */
    private static final Pattern DATED_OR_NUMBERED = Pattern.compile("[\\d０-９年号號]");

    private static final int LONG = 100;

    /** How far from the top a document may open. */
    private static final int OPENING = 400;

    private RunOnSplitter() {}

    /** A logical line of a paragraph and where it begins in it. */
    record Piece(String text, int from) {}

    /**
     * Splits a paragraph.
     *
     * @param lineStarts where lines of the file begin, in the text of the document
     * @param origin where the paragraph begins in the text of the document
     */
    static List<Piece> split(String paragraph, List<Integer> lineStarts, int origin) {
        Set<Integer> cuts = new TreeSet<>();
        gaps(paragraph, cuts);
        structuralLines(paragraph, lineStarts, origin, cuts);
        if (paragraph.contains("附件")) {
            ends(ATTACHMENT, paragraph, cuts);
        }
        if (paragraph.length() > LONG) {
            ends(SENTENCE_GAP, paragraph, cuts);
            head(paragraph, cuts);
            if (origin < OPENING) {
                opening(paragraph, cuts);
            }
            RunOnSignatures.find(paragraph, cuts);
            starts(CHAPTER, paragraph, cuts);
            ends(RUN_IN, paragraph, cuts);
        }
        ends(HEADING, paragraph, cuts);
        cuts.addAll(MissingHeadings.of(paragraph));
        return pieces(paragraph, cuts);
    }

    private static void gaps(String paragraph, Set<Integer> cuts) {
        String[] parts = GAP.split(paragraph);
        boolean letterSpaced = parts.length > 2 && List.of(parts).stream().allMatch(part -> part.length() <= 2);
        boolean names =
                List.of(parts).stream().filter(part -> part.length() <= 4).count() > parts.length * 0.6;
        boolean spaced = paragraph.length() < 25 && List.of(parts).stream().anyMatch(part -> part.length() == 1);
        if (!letterSpaced && !spaced && !(names && parts.length > 3)) {
            Matcher gap = GAP.matcher(paragraph);
            while (gap.find()) {
                if (!isInLabel(paragraph, gap.start(), gap.end())) {
                    cuts.add(gap.end());
                }
            }
        }
    }

    /** {@code 文　　号：} is one label: a character, the gap, and a character or two before the colon. */
    private static boolean isInLabel(String paragraph, int from, int to) {
        return BEFORE_GAP
                        .matcher(paragraph.substring(Math.max(0, from - 2), from))
                        .matches()
                && AFTER_GAP.matcher(paragraph.substring(to)).lookingAt();
    }

    /** Lines of one paragraph of a page that are a number or a date by themselves are lines of their own. */
    private static void structuralLines(String paragraph, List<Integer> lineStarts, int origin, Set<Integer> cuts) {
        for (int i = 0; i < lineStarts.size() && lineStarts.size() > 1; i++) {
            int from = lineStarts.get(i) - origin;
            int to = i + 1 < lineStarts.size() ? lineStarts.get(i + 1) - origin : paragraph.length();
            if (from < 0 || to > paragraph.length() || from >= to) {
                continue;
            }
            String line = Blanks.strip(paragraph.substring(from, to));
            if (line.length() < 40
                    && DATED_OR_NUMBERED.matcher(line).find()
                    && (ChineseDate.parse(line).isPresent()
                            || DocumentNumberReader.parse(line, Set.of()).isPresent())) {
                cuts.add(from);
                cuts.add(to);
            }
        }
    }

    private static void head(String paragraph, Set<Integer> cuts) {
        String opening = paragraph.substring(0, Math.min(220, paragraph.length()));
        DocumentNumberReader.find(opening, Set.of()).stream()
                .filter(number ->
                        TITLE_END.matcher(opening.substring(0, number.start())).find())
                .findFirst()
                .ifPresent(number -> {
                    cuts.add(number.start());
                    cuts.add(number.end());
                    addressee(paragraph, number.end(), cuts);
                });
    }

    /** Title and addressees may stand before the body without a number: {@code …的通知 各区财政局：为…}. */
    private static void opening(String paragraph, Set<Integer> cuts) {
        ends(ADDRESSED, paragraph, cuts);
        Matcher blank = Pattern.compile("[" + Blanks.CLASS + "]+(?![" + Blanks.CLASS + "的])")
                .matcher(paragraph);
        while (blank.find() && blank.start() < 130) {
            boolean titled =
                    TITLE_END.matcher(paragraph.substring(0, blank.start())).find();
            Matcher addressed = ADDRESSED.matcher(paragraph.substring(blank.end()));
            if (titled && addressed.find()) {
                cuts.add(blank.end());
                cuts.add(blank.end() + addressed.end());
                return;
            }
        }
    }

    private static void addressee(String paragraph, int from, Set<Integer> cuts) {
        for (int i = from; i < paragraph.length() && i < from + 250; i++) {
            char c = paragraph.charAt(i);
            if (c == '。') {
                return;
            }
            if ((c == '：' || c == ':') && i > from + 2) {
                cuts.add(i + 1);
                return;
            }
        }
    }

    private static void starts(Pattern pattern, String text, Set<Integer> cuts) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            cuts.add(matcher.start());
        }
    }

    private static void ends(Pattern pattern, String text, Set<Integer> cuts) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            cuts.add(matcher.end());
        }
    }

    private static List<Piece> pieces(String paragraph, Set<Integer> cuts) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        cuts.add(paragraph.length());
        for (int to : cuts) {
            String part = paragraph.substring(from, to);
            String stripped = Blanks.strip(part);
            if (!stripped.isEmpty()) {
                pieces.add(new Piece(stripped, from + part.indexOf(stripped)));
            }
            from = to;
        }
        return pieces;
    }
}
