package org.gongbao.quality;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What is true of one document (标准答案), by field. A field that is not told is not judged; one that is told to be empty must
 * be empty.
 *
 * @param damage how the document was damaged on purpose, empty where it is as it came
 * @param told what is true of each field that is judged
 * @param notCited keys of the document itself and of what it carries, which are no citations and no mistakes
 */
record Truth(String damage, Map<QualityField, Told> told, Set<String> notCited) {

    /**
     * The values of a field.
     *
     * @param keys what the record must hold
     * @param claimable what a claim may say
     */
    record Told(Set<String> keys, Set<String> claimable) {

        static Told of(QualityField field, JsonNode truth) {
            return new Told(field.keys(truth), field.claimable(truth));
        }
    }

    Truth {
        told = Map.copyOf(told);
        notCited = Set.copyOf(notCited);
    }

    /** What a record holds of a field, own titles among the citations left out. */
    Set<String> found(QualityField field, JsonNode record) {
        Set<String> found = new java.util.HashSet<>(field.keys(record));
        if (field == QualityField.CITATIONS) {
            found.removeIf(
                    key -> notCited.contains(key) && !wanted(field).keys().contains(key));
        }
        return found;
    }

    Told wanted(QualityField field) {
        return told.getOrDefault(field, new Told(Set.of(), Set.of()));
    }

    /** The same truth of a copy that was damaged, as far as the given fields. */
    Truth damaged(String kind, Set<QualityField> judged) {
        Map<QualityField, Told> kept = new HashMap<>(told);
        kept.keySet().retainAll(judged);
        return new Truth(kind, kept, notCited);
    }

    static Map<QualityField, Told> none() {
        return new EnumMap<>(QualityField.class);
    }
}
