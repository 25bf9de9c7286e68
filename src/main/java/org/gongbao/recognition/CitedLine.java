package org.gongbao.recognition;

import java.util.List;
import java.util.Set;
import org.gongbao.record.DocumentNumberReader;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A line that is searched for cited documents (引文所在行).
 *
 * @param codes codes of numbers that are known here
 * @param listed how the list stands to which the line belongs, null for none
 * @param taken the spans in which something was found
 */
record CitedLine(Draft draft, Segment line, Set<String> codes, ListedLines.@Nullable Listed listed, List<int[]> taken) {

    String text() {
        return line.text();
    }

    boolean isTaken(int at) {
        return taken.stream().anyMatch(span -> at >= span[0] && at < span[1]);
    }

    /** Tells that the number had to be repaired; its places are behind the offset. */
    void repaired(DocumentNumberReader.Reading number, int offset) {
        if (number.repaired()) {
            Seen seen = Seen.at(
                    line,
                    offset + number.start(),
                    offset + number.end(),
                    number.number().toString(),
                    number.rule());
            draft.finding(
                    Finding.warning(
                            "number.repaired",
                            "the number of a cited document came as \"" + number.raw() + "\", read as "
                                    + number.number()),
                    seen);
        }
    }
}
