package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicationGate;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;

/**
 * Holds back what shows personal data that must be hidden (个人信息保护法): identity numbers, bank cards, telephone numbers and homes
 * of private persons, and so on, as {@code ingest/privacy/kinds.tsv} says. What is for review only passes.
 */
final class PersonalDataGate implements PublicationGate {

    private final PersonalDataFinder finder;

    PersonalDataGate(PersonalDataFinder finder) {
        this.finder = finder;
    }

    @Override
    public String name() {
        return "personal-data";
    }

    @Override
    public List<String> obstacles(DocumentRecord working, PackageContent content) {
        DocumentRecord record = content.record();
        Set<String> kinds = new LinkedHashSet<>(finder.kindsIn(record));
        // Values beside the text, such as quotations and table cells, must not show what the text does not.
        kinds.addAll(finder.kindsIn(CanonicalJson.write(record)));
        List<String> reasons = new ArrayList<>();
        kinds.forEach(kind -> reasons.add("the text shows " + finder.reason(kind)));
        record.items().forEach(item -> reasons.addAll(obstacles(item, new PackageContent(item, Map.of()))));
        return reasons.stream().distinct().toList();
    }
}
