package org.gongbao.privacy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.PersonalDatum;

/**
 * What was decided on the personal data of a document, by value (按值归并的决定).
 *
 * @param removals what goes
 * @param allowed bare values that may be read in public: what is kept, and what takes the place of others
 * @param contradicts whether a value is to go in one place and to stay in another
 */
record Decisions(Removals removals, Set<String> allowed, boolean contradicts) {

    static Decisions of(DocumentRecord working, List<PersonalDatum> decided, TreatmentPolicy policy) {
        Removals removals = Removals.of(working, decided, policy);
        Set<String> allowed = new HashSet<>();
        boolean contradicts = false;
        for (PersonalDatum datum : decided) {
            if (datum.action().equals(Treatment.KEEP.code())) {
                String kept = Removals.value(working.text(), datum);
                contradicts |= removals.isIn(kept);
                allowed.add(Removals.bare(kept));
            }
        }
        removals.replacements().forEach(words -> allowed.add(Removals.bare(words)));
        return new Decisions(removals, Set.copyOf(allowed), contradicts);
    }
}
