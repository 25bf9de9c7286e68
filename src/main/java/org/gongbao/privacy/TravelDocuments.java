package org.gongbao.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds numbers of passports and permits (护照、往来港澳台通行证), which need a word before them that says so. */
final class TravelDocuments {

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![0-9A-Za-z])(?:[EGDSPegdsp][0-9]{8}|[Ee][A-HJ-NP-Z][0-9]{7}|[CHMWTchmwt][0-9]{8,10}|C[A-HJ-NP-Z][0-9]{7}|[0-9]{8,10}\\([A-Z]\\))(?![0-9A-Za-z])");

    /** Characters before a number in which the cue stands. */
    private static final int NEAR = 40;

    private final Finds finds;

    TravelDocuments(Finds finds) {
        this.finds = finds;
    }

    void find() {
        if (!finds.lists().says("travel", finds.text())) {
            return;
        }
        Matcher matcher = NUMBER.matcher(finds.text());
        while (matcher.find()) {
            if (finds.lists().says("travel", finds.before(matcher.start(), NEAR))) {
                finds.add("travel-document", matcher.start(), matcher.end());
            }
        }
    }

    void inColumn(Sheet.Cell cell) {
        Matcher matcher = NUMBER.matcher(finds.text()).region(cell.start(), cell.end());
        while (matcher.find()) {
            finds.add("travel-document", matcher.start(), matcher.end());
        }
    }
}
