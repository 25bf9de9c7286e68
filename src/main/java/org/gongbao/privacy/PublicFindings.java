package org.gongbao.privacy;

import java.util.Set;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;

/**
 * What the public may know of findings (公开的发现): all of them, but words of a file only where its public text holds them
 * too. What was left out of the text, such as notes and hidden words, is quoted for the desk alone.
 */
final class PublicFindings {

    /** Names of originals, and words of people that no longer fit. */
    private static final Set<String> FOR_THE_DESK = Set.of("archive.part", "correction.lost");

    /** Counts what may be personal in the text; that is for the desk alone. */
    private static final String PERSONAL = "personal-data.";

    private PublicFindings() {}

    /** The record, and each of its items, without quotes of what its text does not hold. */
    static DocumentRecord in(DocumentRecord record) {
        String text = record.text();
        return record.toBuilder()
                .findings(record.findings().stream()
                        .filter(finding -> !FOR_THE_DESK.contains(finding.code())
                                && !finding.code().startsWith(PERSONAL))
                        .map(finding -> isIn(text, finding) ? finding : finding.quoting(null))
                        .toList())
                .items(record.items().stream().map(PublicFindings::in).toList())
                .build();
    }

    private static boolean isIn(String text, Finding finding) {
        return finding.quote() == null || text.contains(finding.quote());
    }
}
