package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.List;
import org.gongbao.record.Disclosure;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Severity;

/** How much of a file a document is (篇幅): all of it, or one of the documents of an issue or an archive. */
public enum Portion {
    WHOLE_FILE,

    /** Its pages hold other documents, which may be held back. */
    PART_OF_FILE;

    /**
     * A document of a file as the gates are to see it: what keeps the whole file from the public, such as the mark on its
     * cover, keeps each of its documents.
     */
    public static DocumentRecord within(DocumentRecord whole, DocumentRecord item) {
        DocumentRecord.Builder bound = item.toBuilder();
        if (item.secrecy() == null && whole.secrecy() != null) {
            bound.secrecy(whole.secrecy());
        }
        Disclosure own = item.disclosure();
        String mode = whole.disclosure().mode();
        if (mode != null && !mode.equals(Disclosure.PROACTIVE)) {
            bound.disclosure(new Disclosure(mode, own.term(), own.scope(), own.category(), own.responsible()));
        }
        List<Finding> findings = new ArrayList<>(item.findings());
        whole.findings().stream().filter(Portion::isAboutAll).forEach(findings::add);
        return bound.findings(findings.stream().distinct().toList()).build();
    }

    /** What is wrong with a file on no page in particular may be wrong with any of its documents. */
    private static boolean isAboutAll(Finding finding) {
        return finding.severity() == Severity.ERROR && finding.page() == null;
    }
}
