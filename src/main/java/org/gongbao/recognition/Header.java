package org.gongbao.recognition;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The metadata header (公开信息著录块) of a page: its pairs of label and value and the lines that it takes up.
 *
 * @param lines indexes of the segments that belong to the header and not to the document
 */
record Header(List<HeaderPair> pairs, Set<Integer> lines) {

    /** The first value that is not blank for the field. */
    Optional<Seen> value(String field) {
        return pairs.stream()
                .filter(pair -> pair.field().equals(field) && !pair.isBlank())
                .map(HeaderPair::seen)
                .findFirst();
    }

    boolean has(int segment) {
        return lines.contains(segment);
    }
}
