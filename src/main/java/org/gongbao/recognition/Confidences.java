package org.gongbao.recognition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each rule may promise (规则可信度): what {@code bench quality --calibrate} measured takes the place of a step's own
 * estimate, which holds only until its rule is measured. Doubt about the characters lowers it afterwards.
 */
final class Confidences {

    private static final String REPAIRED = "repaired";
    private static final String READ = "read";

    private record Rule(String name, String how) {}

    private final Map<Rule, Double> measured = new HashMap<>();

    /** @param table columns: rule, {@code read} or {@code repaired}, confidence, claims, right */
    Confidences(ProfileTable table) {
        for (List<String> row : table.rows()) {
            measured.put(new Rule(row.get(0), row.get(1)), confidence(table, row));
        }
    }

    private static double confidence(ProfileTable table, List<String> row) {
        double confidence = Double.parseDouble(row.get(2));
        if (confidence < 0 || confidence >= 1) {
            throw new IllegalStateException(table.name() + ": the confidence of " + row.get(0) + " is " + confidence
                    + ", expected 0 to below 1");
        }
        return confidence;
    }

    Seen calibrated(Seen seen) {
        Double confidence = measured.get(new Rule(seen.rule(), seen.repaired() ? REPAIRED : READ));
        return confidence == null
                ? seen
                : new Seen(
                        seen.value(), seen.raw(), seen.start(), seen.end(), seen.rule(), confidence, seen.repaired());
    }
}
