package org.gongbao.recognition;

import java.util.List;
import org.gongbao.record.DocumentNumberReader;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a document (公文格式要素) as line numbers of its {@link Flow}, after GB/T 9704-2012: head, title, number,
 * addressee, body, signature, notes, what is enclosed or annexed.
 *
 * @param head the lines above the body that belong to the document
 * @param title the lines of the title, empty where none was found
 * @param number the line of the document number with its reading
 * @param addresseeFrom the first line of the addressees, -1 for none
 * @param addressee the last line of the addressees, -1 for none
 * @param body the first line of running text
 * @param signature the lines of the signature above the date
 * @param date the line of the date of signature, -1 for none
 * @param end the line after the document proper: where an enclosed instrument or annex begins
 * @param annexes lines that open an annex ({@code 附件1})
 */
record Anatomy(
        List<Segment> head,
        List<Segment> title,
        @Nullable NumberLine number,
        int addresseeFrom,
        int addressee,
        int body,
        List<Segment> signature,
        int date,
        int end,
        List<Integer> annexes) {

    /** A line that is a document number. */
    record NumberLine(Segment segment, int from, DocumentNumberReader.Reading reading) {}
}
