package org.gongbao.quality;

import java.time.LocalDate;
import java.util.List;

/**
 * What was measured, in sums (质量台账): no title, number or name of any document is in it, so that it may be shown.
 *
 * @param schema name and version of this form
 * @param measuredOn day of the measurement
 * @param source {@code samples} for the program's own samples, {@code own} for documents of whoever measured
 * @param documents files that were read
 * @param damagedCopies copies of samples that were damaged on purpose
 * @param macroF1 mean F1 of the fields; those with fewer than eight values count together as one
 * @param fields by field of the record
 * @param formats by format of the file
 * @param damages by kind of damage that was done on purpose
 * @param warnings by finding that warns of damage or doubt, in files as they came
 * @param rules by rule, those first that promise most beyond what they keep
 */
public record QualityReport(
        String schema,
        LocalDate measuredOn,
        String source,
        int documents,
        int damagedCopies,
        double macroF1,
        List<Tally> fields,
        List<Tally> formats,
        List<Tally> damages,
        List<Tally> warnings,
        Reliability reliability,
        List<RuleShare> rules) {

    public static final String SCHEMA = "gongbao-quality/1";

    public static final String SAMPLES = "samples";

    public static final String OWN = "own";

    /** Name of the file that holds a report. */
    public static final String FILE = "quality.json";

    public QualityReport {
        fields = List.copyOf(fields);
        formats = List.copyOf(formats);
        damages = List.copyOf(damages);
        warnings = List.copyOf(warnings);
        rules = List.copyOf(rules);
    }
}
