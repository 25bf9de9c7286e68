package org.gongbao.privacy;

import java.util.Set;
import java.util.stream.Collectors;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;

/**
 * Marks that are in force no longer (已解密), because two people released the file and gave the basis for it. The mark stays in
 * the record, for it is on the paper; the finding beside it says on what basis it does not hold.
 */
public final class Declassified {

    static final String CODE = "secrecy.declassified";

    private Declassified() {}

    /** The record, and each of its documents, with the basis beside the mark that it bears. */
    public static DocumentRecord noted(DocumentRecord record, String basis) {
        DocumentRecord.Builder noted = record.toBuilder()
                .items(record.items().stream().map(item -> noted(item, basis)).toList());
        if (record.secrecy() != null) {
            noted.finding(Finding.info(CODE, "the mark is in force no longer: " + basis)
                    .quoting(record.secrecy()));
        }
        return noted.build();
    }

    /** The marks of a record, and of its documents, that are in force no longer. */
    static Set<String> marks(DocumentRecord record) {
        Set<String> marks = record.findings().stream()
                .filter(finding -> finding.code().equals(CODE))
                .map(finding -> String.valueOf(finding.quote()))
                .collect(Collectors.toSet());
        record.items().forEach(item -> marks.addAll(marks(item)));
        return marks;
    }
}
