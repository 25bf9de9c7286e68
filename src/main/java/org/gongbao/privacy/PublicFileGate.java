package org.gongbao.privacy;

import java.util.List;
import java.util.Set;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicationGate;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;

/** Holds back what the finished public file shows though the record does not: {@link PublicFileCheck}. */
final class PublicFileGate implements PublicationGate {

    @Override
    public String name() {
        return "public-file";
    }

    @Override
    public List<String> obstacles(DocumentRecord working, PackageContent content) {
        Set<String> declassified = Declassified.marks(working);
        return content.record().findings().stream()
                .filter(finding -> finding.code().startsWith(PublicFileCheck.CODE))
                .filter(finding -> !PublicFileCheck.isOfMark(finding, declassified))
                .map(Finding::message)
                .distinct()
                .toList();
    }
}
