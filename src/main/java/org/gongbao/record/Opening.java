package org.gongbao.record;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the text of a document begins (正文开头), for a directory whose entry must say what it is about (内容概述) where the document
 * itself does not: its first paragraph of prose, and of what a notice prints (印发) the first one of that. It says of itself that it
 * is an excerpt.
 */
public final class Opening {

    private static final String LABEL = "正文开头：";
    private static final String CONTENTS = "本期刊载：";
    private static final int LONGEST = 120;
    private static final int SHORTEST = 12;

    /** What ends a paragraph of prose: a full stop, or the colon before what is made known: {@code 通知如下：}. */
    private static final String ENDS = "。：:";

    private static final String COLONS = "：:";
    private static final String STOPS = "，,。";

    private Opening() {}

    /** The beginning, with a label before it; empty where the text has no prose. Of an issue of a gazette it is what stands in it. */
    public static Optional<String> of(DocumentRecord record) {
        if (!record.items().isEmpty()) {
            String titles = record.items().stream()
                    .map(DocumentRecord::displayTitle)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("；"));
            return Optional.of(excerpt(CONTENTS, titles));
        }
        return body(record).filter(line -> isProse(line, record)).findFirst().map(line -> excerpt(LABEL, line));
    }

    /** The lines, of a notice those behind the title of what it prints. */
    private static Stream<String> body(DocumentRecord record) {
        Stream<String> lines = record.text().lines().map(String::strip);
        String printed = record.enclosedTitle();
        return printed == null || !record.text().contains("\n" + printed + "\n")
                ? lines
                : lines.dropWhile(line -> !line.equals(printed)).skip(1);
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

    private static String excerpt(String label, String line) {
        boolean isLong = line.codePointCount(0, line.length()) > LONGEST;
        return label + (isLong ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "……" : line);
    }
}
