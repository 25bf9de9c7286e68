package org.gongbao.recognition;

/**
 * A label of a metadata header with its value (著录项).
 *
 * @param field the record's field that the label fills, as in {@code labels.tsv}
 * @param label as the profile writes it
 * @param seen the value with its evidence; blank where the label has none
 */
record HeaderPair(String field, String label, Seen seen) {

    boolean isBlank() {
        return seen.value().isEmpty();
    }
}
