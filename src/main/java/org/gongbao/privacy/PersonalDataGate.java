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
import org.gongbao.record.PersonalDatum;

/** Holds back what shows identity numbers, bank cards, or mobile numbers in a list of persons (个人信息保护法). */
final class PersonalDataGate implements PublicationGate {

    private static final Map<String, String> REASONS = Map.of(
            PersonalDataFinder.IDENTITY, "an identity number with a valid check character (身份证号)",
            PersonalDataFinder.CARD, "a bank card number (银行卡号)",
            PersonalDataFinder.MOBILE, "a mobile number in a list of persons (名单中的手机号)");

    /** What a kind of personal data is called in a reason. */
    static String reason(String kind) {
        return REASONS.getOrDefault(kind, kind);
    }

    @Override
    public String name() {
        return "personal-data";
    }

    @Override
    public List<String> obstacles(DocumentRecord working, PackageContent content) {
        DocumentRecord record = content.record();
        Set<String> kinds = new LinkedHashSet<>();
        PersonalDataFinder.find(record).stream().map(PersonalDatum::kind).forEach(kinds::add);
        // Values beside the text, such as quotations and table cells, must not show what the text does not.
        kinds.addAll(PersonalDataFinder.kindsIn(CanonicalJson.write(record)));
        List<String> reasons = new ArrayList<>();
        kinds.forEach(kind -> reasons.add("the text shows " + REASONS.get(kind)));
        record.items().forEach(item -> reasons.addAll(obstacles(item, new PackageContent(item, Map.of()))));
        return reasons.stream().distinct().toList();
    }
}
