package org.gongbao.privacy;

import java.util.List;
import java.util.stream.Stream;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicationGate;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Severity;

/** Holds back what was not read wholly: nobody can say what stands on a page that could not be read. */
final class UnreadablePagesGate implements PublicationGate {

    private static final String WITHOUT_TEXT = ".page-without-text";

    @Override
    public String name() {
        return "unreadable-pages";
    }

    @Override
    public List<String> obstacles(DocumentRecord working, PackageContent content) {
        return Stream.concat(Stream.of(working), working.items().stream())
                .flatMap(record -> record.findings().stream())
                .filter(UnreadablePagesGate::isUnread)
                .map(finding -> finding.page() == null
                        ? "it could not be read wholly: " + finding.message()
                        : "page " + finding.page() + " could not be read")
                .distinct()
                .toList();
    }

    /**
     * Every error of reading counts, whatever the format. A page without text that was recognised after all has another
     * finding.
     */
    private static boolean isUnread(Finding finding) {
        return finding.severity() == Severity.ERROR || finding.code().endsWith(WITHOUT_TEXT);
    }
}
