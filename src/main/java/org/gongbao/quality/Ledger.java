package org.gongbao.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Judges records by what is true of their documents and adds up (质量台账的记账). Each document is entered once; not safe for
 * several threads.
 */
public final class Ledger {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Fields with fewer values count together in the mean. */
    private static final int RARE = 8;

    /** The format of copies that were damaged on purpose: text alone. */
    private static final String DAMAGED = "damaged";

    private static final String NO_WARNING = "none";

    private final Map<QualityField, Tally> fields = new TreeMap<>();
    private final Map<String, Tally> formats = new TreeMap<>();
    private final Map<String, Tally> damages = new TreeMap<>();
    private final Map<String, Tally> warnings = new TreeMap<>();
    private final List<JudgedClaim> claims = new ArrayList<>();
    private int documents;
    private int damagedCopies;

    /** Enters a file of which its expected record is known; items of an issue are documents of their own. */
    public void expected(String expected, DocumentRecord record) {
        documents++;
        expected(JSON.readTree(expected), tree(record));
    }

    private void expected(JsonNode expected, JsonNode record) {
        enter(Truths.expected(expected), record);
        for (int item = 0; item < expected.path("items").size(); item++) {
            expected(expected.path("items").path(item), record.path("items").path(item));
        }
    }

    /** Enters a copy of which an expected record is known and that was damaged on purpose. */
    public void damaged(String expected, DamagedCopy copy, DocumentRecord record) {
        damagedCopies++;
        enter(Truths.expected(JSON.readTree(expected)).damaged(copy.kind(), Damage.JUDGED), tree(record));
    }

    /** Enters a file that a line of a gold file tells of. */
    public void gold(String line, DocumentRecord record) {
        documents++;
        enter(Truths.gold(JSON.readTree(line)), tree(record));
    }

    private static JsonNode tree(DocumentRecord record) {
        return JSON.readTree(CanonicalJson.bytes(record));
    }

    private void enter(Truth truth, JsonNode record) {
        Tally all = Tally.of("", 1, 0, 0, 0);
        for (QualityField field : truth.told().keySet()) {
            Set<String> wanted = truth.wanted(field).keys();
            Set<String> found = truth.found(field, record);
            Set<String> right = new HashSet<>(found);
            right.retainAll(wanted);
            Tally tally = Tally.of(field.path(), 1, wanted.size(), found.size(), right.size());
            fields.merge(field, tally, Tally::plus);
            all = all.plus(new Tally("", 0, tally.expected(), tally.right(), tally.wrong(), tally.missing(), 0, 0, 0));
            judge(truth, field, record);
        }
        formats.merge(format(truth, record), all, Ledger::sum);
        if (!truth.damage().isEmpty()) {
            damages.merge(truth.damage(), all, Ledger::sum);
            return;
        }
        for (String code : warnings(record)) {
            warnings.merge(code, all, Ledger::sum);
        }
    }

    private static Tally sum(Tally one, Tally other) {
        return one.plus(other);
    }

    private void judge(Truth truth, QualityField field, JsonNode record) {
        if (!field.isClaimed()) {
            return;
        }
        for (JsonNode claim : record.path("claims").path(field.path())) {
            Set<String> said = field.claimed(claim.path("value").asString(""));
            boolean isOwn = field == QualityField.CITATIONS && truth.notCited().containsAll(said);
            boolean right = truth.wanted(field).claimable().containsAll(said) && !said.isEmpty();
            if (right || !isOwn) {
                claims.add(new JudgedClaim(
                        claim.path("rule").asString(""),
                        claim.path("repaired").asBoolean(false),
                        claim.path("confidence").asDouble(0),
                        right));
            }
        }
    }

    private static String format(Truth truth, JsonNode record) {
        if (!truth.damage().isEmpty()) {
            return DAMAGED;
        }
        JsonNode source = record.path("source");
        boolean ocr = source.path("recognisedByOcr").asBoolean(false);
        return source.path("mediaType").asString("") + (ocr ? "+ocr" : "");
    }

    /** Codes of findings that warn of damage or doubt. */
    private static Set<String> warnings(JsonNode record) {
        Set<String> codes = new HashSet<>();
        for (JsonNode finding : record.path("findings")) {
            if (!finding.path("severity").asString("").equals("info")) {
                codes.add(finding.path("code").asString(""));
            }
        }
        return codes.isEmpty() ? Set.of(NO_WARNING) : codes;
    }

    /** The sums so far. */
    public QualityReport report(LocalDate measuredOn, String source) {
        return new QualityReport(
                QualityReport.SCHEMA,
                measuredOn,
                source,
                documents,
                damagedCopies,
                macroF1(),
                List.copyOf(fields.values()),
                named(formats),
                named(damages),
                named(warnings),
                Reliability.of(claims),
                RuleShare.of(claims));
    }

    private static List<Tally> named(Map<String, Tally> tallies) {
        List<Tally> named = new ArrayList<>();
        tallies.forEach((name, tally) -> named.add(Tally.empty(name).plus(tally)));
        return named;
    }

    private double macroF1() {
        List<Tally> counted = new ArrayList<>();
        Tally rare = Tally.empty("rare");
        for (Tally field : fields.values()) {
            if (field.expected() < RARE) {
                rare = rare.plus(field);
            } else {
                counted.add(field);
            }
        }
        if (rare.expected() + rare.wrong() > 0) {
            counted.add(rare);
        }
        return Rounded.four(counted.stream().mapToDouble(Tally::f1).average().orElse(0));
    }
}
