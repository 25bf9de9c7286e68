package org.gongbao.recognition;

import java.util.List;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.TextPlaces;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Place;
import org.gongbao.record.TextCorrection;
import org.jspecify.annotations.Nullable;

/**
 * What people read in a file (人工校读): put in before it is recognised, and told of in the record, so that nobody takes a
 * person's words for a machine's.
 */
final class ReadByPeople {

    private final TextPlaces.Corrected corrected;

    private ReadByPeople(TextPlaces.Corrected corrected) {
        this.corrected = corrected;
    }

    static ReadByPeople of(ExtractedText read, List<TextCorrection> corrections) {
        return new ReadByPeople(new TextPlaces(read).with(corrections));
    }

    ExtractedText text() {
        return corrected.text();
    }

    /** The record with a claim of its text for each place, and a finding; one that found something else is only a finding. */
    DocumentRecord told(DocumentRecord record) {
        if (corrected.applied().isEmpty() && corrected.lost().isEmpty()) {
            return record;
        }
        DocumentRecord.Builder told = record.toBuilder();
        for (TextCorrection each : corrected.applied()) {
            told.claim("text", claim(record.text(), each));
            told.finding(
                    Finding.info("text.corrected", "a person read a " + what(each) + " here, other than the machine")
                            .onPage(each.place().page()));
        }
        for (TextCorrection each : corrected.lost()) {
            told.finding(Finding.warning(
                            "correction.lost",
                            "a person corrected a " + what(each)
                                    + " that reads otherwise now; it is to be checked again")
                    .onPage(each.place().page())
                    .quoting(each.text()));
        }
        return told.build();
    }

    private static String what(TextCorrection correction) {
        return correction.read().cell() == null ? "line" : "cell";
    }

    private static Claim claim(String text, TextCorrection correction) {
        Place place = correction.place();
        @Nullable Integer start = startOf(correction.text(), text);
        @Nullable
        Integer end = start == null
                ? null
                : Integer.valueOf(start
                        + correction.text().codePointCount(0, correction.text().length()));
        return new Claim(
                correction.text(),
                correction.read().seen(),
                place.page(),
                place.box(),
                start,
                end,
                Claim.PERSON,
                1,
                false);
    }

    /** In code points; null where the words are not in the text, or stand there more than once. */
    private static @Nullable Integer startOf(String words, String text) {
        int at = words.isEmpty() ? -1 : text.indexOf(words);
        return at < 0 || text.indexOf(words, at + 1) >= 0 ? null : Integer.valueOf(text.codePointCount(0, at));
    }
}
