package org.gongbao.notification;

import java.util.List;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/** The few words that stand for a document (摘要): its summary, else the beginning of its text after title and addressees. */
public final class Abstract {

    /** Most characters, which is what social accounts show. */
    public static final int MOST = 120;

    /** A line that is shorter says nothing by itself: a heading, a number, a date. */
    private static final int SENTENCE = 20;

    private static final String ENDS_OF_SENTENCES = "。；！？.;";

    private Abstract() {}

    public static String of(DocumentRecord record) {
        String summary = record.summary();
        return cut(VisibleText.line(summary != null && !summary.isBlank() ? summary : paragraph(record)));
    }

    /** The first line that is a sentence and is not the title, which may be broken over lines. */
    private static String paragraph(DocumentRecord record) {
        List<String> lines = record.text().lines().map(String::strip).toList();
        return lines.stream()
                .filter(line -> line.length() >= SENTENCE && isSentence(line))
                .filter(line -> !isPartOf(record.title(), line) && !isPartOf(record.enclosedTitle(), line))
                .findFirst()
                .orElseGet(() -> record.displayTitle() == null ? "" : record.displayTitle());
    }

    private static boolean isSentence(String line) {
        return line.chars().anyMatch(c -> ENDS_OF_SENTENCES.indexOf(c) >= 0);
    }

    private static boolean isPartOf(@Nullable String title, String line) {
        return title != null && title.contains(line);
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MOST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MOST - 1)) + "…";
    }
}
