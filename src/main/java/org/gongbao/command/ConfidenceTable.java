package org.gongbao.command;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gongbao.quality.QualityReport;
import org.gongbao.quality.RuleShare;

/** Measured rules in the form of {@code ingest/profiles/confidence.tsv}. */
final class ConfidenceTable {

    private ConfidenceTable() {}

    static String of(QualityReport report) {
        return report.rules().stream()
                .sorted(Comparator.comparing(RuleShare::rule).thenComparing(RuleShare::repaired))
                .map(rule -> String.format(
                        Locale.ROOT,
                        "%s\t%s\t%.3f\t%d\t%d%n",
                        rule.rule(),
                        rule.repaired() ? "repaired" : "read",
                        rule.calibrated(),
                        rule.claims(),
                        rule.right()))
                .collect(Collectors.joining());
    }
}
