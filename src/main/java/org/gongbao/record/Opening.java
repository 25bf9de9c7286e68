package org.gongbao.record;

import java.util.List;
import java.util.Optional;

/**
 * How the text of a document begins (正文开头), for a directory whose entry must say what it is about (内容概述) where the document
 * itself does not: its first paragraph of prose, and of what a notice prints (印发) the first one of that. It says of itself that it
 * is an excerpt.
 */
public final class Opening {

    private static final String LABEL = "正文开头：";
    private static final int LONGEST = 120;
    private static final int SHORTEST = 12;

    /** What ends a paragraph of prose: a full stop, or the colon before what is made known: {@code 通知如下：}. */
    private static final String ENDS = "。：:";

    private static final String COLONS = "：:";
    private static final String STOPS = "，,。";

    private Opening() {}

    /** The beginning, with a label before it; empty where the text has no prose. */
    public static Optional<String> of(DocumentRecord record) {
        List<String> lines = record.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String printed = record.enclosedTitle();
        int from = printed == null ? 0 : lines.indexOf(printed) + 1;
        return lines.stream()
                .skip(from)
                .filter(line -> isProse(line, record))
                .findFirst()
                .map(Opening::excerpt);
    }

    private static boolean isProse(String line, DocumentRecord record) {
        return line.length() >= SHORTEST
                && ENDS.indexOf(line.charAt(line.length() - 1)) >= 0
                && !isHeader(line)
                && record.addressees().stream().noneMatch(line::startsWith);
    }

    /** Cells of an official header have names and no stops: {@code 公开方式：主动公开　公开时限：常年公开}. */
    private static boolean isHeader(String line) {
        return line.chars().filter(sign -> COLONS.indexOf(sign) >= 0).count() > 1
                && line.chars().noneMatch(sign -> STOPS.indexOf(sign) >= 0);
    }

    private static String excerpt(String line) {
        boolean isLong = line.codePointCount(0, line.length()) > LONGEST;
        return LABEL + (isLong ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "……" : line);
    }
}
