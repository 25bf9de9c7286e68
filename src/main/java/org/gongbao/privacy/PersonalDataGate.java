package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicationGate;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.PersonalDatum;

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
        undecided(working, content, decisions.allowed(), reasons);
        shown(content.record(), decisions.allowed(), reasons);
        return reasons.stream().distinct().toList();
    }

    /**
     * What was found in the working record, waits for a decision and is still there. Where names around a number are gone, the
     * public record alone no longer tells whose it is.
     */
    private void undecided(DocumentRecord working, PackageContent content, Set<String> allowed, List<String> reasons) {
        List<PersonalDatum> waiting = working.personalData().stream()
                .filter(PersonalDataFinder::mustBeHidden)
                .filter(found -> content.decided().stream().noneMatch(decided -> isSamePlace(found, decided)))
                .filter(found -> !allowed.contains(Removals.bare(Removals.value(working.text(), found))))
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        String json = CanonicalJson.write(content.record());
        waiting.stream()
                .filter(found -> Removals.of(working, List.of(found), policy).isIn(json))
                .forEach(found -> reasons.add("the text shows " + finder.reason(found.kind())));
    }

    private static boolean isSamePlace(PersonalDatum found, PersonalDatum decided) {
        return found.kind().equals(decided.kind()) && found.start() == decided.start() && found.end() == decided.end();
    }

    private void shown(DocumentRecord record, Set<String> allowed, List<String> reasons) {
        Set<String> kinds = new LinkedHashSet<>(finder.kindsIn(record, allowed));
        // Values beside the text, such as quotations and table cells, must not show what the text does not.
        kinds.addAll(finder.kindsIn(CanonicalJson.write(record), allowed));
        kinds.forEach(kind -> reasons.add("the text shows " + finder.reason(kind)));
        record.items().forEach(item -> shown(item, allowed, reasons));
    }
}
