package org.gongbao.publication;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A relation between a published document and another document, seen from one of them.
 *
 * @param kind 依据, 印发, 废止 … as in a citation
 * @param outgoing true when this document says it, false when the other one says it of this one
 * @param other the other document where it is published here
 * @param title the other's title, from its record or from the citation
 * @param quote the words that say so, from the citing document
 * @param effectiveOn the day from which it holds: when the citing document takes effect, else its own date; null where
 *     unknown
 * @param stub the key of the page of the other document where that is not published here, else null
 */
public record Relation(
        String kind,
        boolean outgoing,
        @Nullable Uid other,
        @Nullable String title,
        @Nullable String documentNumber,
        String quote,
        @Nullable LocalDate effectiveOn,
        @Nullable String stub) {

    /** The notice carries the document that it names. */
    static final String PRINTING = "印发";

    /** A part of an instrument behind its title: {@code 《云州市停车管理办法》第三条}. */
    private static final Pattern PART_OF = Pattern.compile("》[^《》，。；]{0,8}第[零〇一二三四五六七八九十百千\\d]+[编章节条款项]");

    /** Whether it is about a part of the other document, not about the whole. */
    public boolean isOfPart() {
        return PART_OF.matcher(quote).find();
    }

    /** Whether by it a notice names, by its title alone, a document that is not known here and that it prints (印发). */
    boolean isOfPrinting() {
        return kind.equals(PRINTING) && other == null && documentNumber == null;
    }

    /** A relation to a document that is published here, or from one. */
    public Relation(
            String kind,
            boolean outgoing,
            @Nullable Uid other,
            @Nullable String title,
            @Nullable String documentNumber,
            String quote,
            @Nullable LocalDate effectiveOn) {
        this(kind, outgoing, other, title, documentNumber, quote, effectiveOn, null);
    }

    /** A relation of which it is not known from when it holds. */
    public Relation(
            String kind,
            boolean outgoing,
            @Nullable Uid other,
            @Nullable String title,
            @Nullable String documentNumber,
            String quote) {
        this(kind, outgoing, other, title, documentNumber, quote, null);
    }
}
