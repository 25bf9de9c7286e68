package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicationGate;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;

/**
 * Holds back what shows personal data that must be hidden (个人信息保护法): identity numbers, bank cards, telephone numbers and homes
 * of private persons, and so on, as {@code ingest/privacy/kinds.tsv} says. What is for review only passes, and so does what a
 * person decided to keep. What was decided to go is looked for once more, in the record and in the public file.
 */
final class PersonalDataGate implements PublicationGate {

    private final PersonalDataFinder finder;
    private final TreatmentPolicy policy;

    PersonalDataGate(PersonalDataFinder finder, TreatmentPolicy policy) {
        this.finder = finder;
        this.policy = policy;
    }

    @Override
    public String name() {
        return "personal-data";
    }

    @Override
    public List<String> obstacles(DocumentRecord working, PackageContent content) {
        Decisions decisions = Decisions.of(working, content.decided(), policy);
        List<String> reasons = new ArrayList<>(RemovalProof.obstacles(decisions, content));
        shown(content.record(), decisions.allowed(), reasons);
        return reasons.stream().distinct().toList();
    }

    private void shown(DocumentRecord record, Set<String> allowed, List<String> reasons) {
        Set<String> kinds = new LinkedHashSet<>(finder.kindsIn(record, allowed));
        // Values beside the text, such as quotations and table cells, must not show what the text does not.
        kinds.addAll(finder.kindsIn(CanonicalJson.write(record), allowed));
        kinds.forEach(kind -> reasons.add("the text shows " + finder.reason(kind)));
        record.items().forEach(item -> shown(item, allowed, reasons));
    }
}
