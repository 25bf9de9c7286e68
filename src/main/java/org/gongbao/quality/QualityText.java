package org.gongbao.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as Markdown, for a terminal or a file (质量报告文本). */
public final class QualityText {

    private final List<String> lines = new ArrayList<>();

    private QualityText() {}

    public static String of(QualityReport report) {
        QualityText text = new QualityText();
        text.line("# Quality");
        text.line(
                "%d documents (%s) and %d copies damaged on purpose, measured on %s. Macro F1 %.4f.",
                report.documents(), report.source(), report.damagedCopies(), report.measuredOn(), report.macroF1());
        text.tallies("By field", "field", report.fields());
        text.tallies("By format", "format", report.formats());
        text.tallies("By damage done on purpose", "damage", report.damages());
        text.tallies("By warning", "finding", report.warnings());
        text.reliability(report.reliability());
        text.rules(report.rules());
        return String.join("\n", text.lines) + "\n";
    }

    private void line(String form, Object... values) {
        lines.add(String.format(Locale.ROOT, form, values));
    }

    private void tallies(String heading, String name, List<Tally> tallies) {
        heading(heading);
        line("| %s | documents | expected | right | wrong | missing | precision | recall | F1 |", name);
        line("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (Tally tally : tallies) {
            line(
                    "| %s | %d | %d | %d | %d | %d | %s | %s | %s |",
                    tally.name(),
                    tally.documents(),
                    tally.expected(),
                    tally.right(),
                    tally.wrong(),
                    tally.missing(),
                    ratio(tally, tally.precision()),
                    ratio(tally, tally.recall()),
                    ratio(tally, tally.f1()));
        }
    }

    /** A field that no document has says nothing about finding it. */
    private static String ratio(Tally tally, double ratio) {
        return tally.expected() == 0 ? "–" : String.format(Locale.ROOT, "%.3f", ratio);
    }

    private void reliability(Reliability reliability) {
        heading("Reliability");
        line(
                "%d judged claims; expected calibration error %.4f. A band of at least %d claims promises its middle.",
                reliability.claims(), reliability.error(), Reliability.FEWEST);
        line("");
        line("| confidence | claims | mean | right | share | promised | |");
        line("|---|--:|--:|--:|--:|--:|---|");
        for (Reliability.Band band : reliability.bands()) {
            line(
                    "| %.1f–%.1f | %d | %.3f | %d | %.3f | %.2f | %s |",
                    band.from(),
                    band.to(),
                    band.claims(),
                    band.confidence(),
                    band.right(),
                    band.share(),
                    band.aim(),
                    !band.isJudged() ? "too few" : band.holds() ? "holds" : "FAILS");
        }
    }

    private void rules(List<RuleShare> rules) {
        heading("Rules, the most overconfident first");
        line("| rule | | claims | right | share | claimed | calibrated |");
        line("|---|---|--:|--:|--:|--:|--:|");
        for (RuleShare rule : rules) {
            line(
                    "| %s | %s | %d | %d | %.3f | %.3f | %.3f |",
                    rule.rule(),
                    rule.repaired() ? "repaired" : "",
                    rule.claims(),
                    rule.right(),
                    rule.share(),
                    rule.confidence(),
                    rule.calibrated());
        }
    }

    private void heading(String heading) {
        line("");
        line("## %s", heading);
        line("");
    }
}
