package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongbao.publication.IssueContents;
import org.gongbao.publication.IssueContents.Entry;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.springframework.stereotype.Component;

/**
 * What may be shown of issues that were put together here: where a document of an issue was withdrawn, neither the PDF that
 * prints it nor its title, from that moment until the office has replaced the edition.
 */
@Component
class ShownIssues {

    private final PublishedDocuments documents;

    ShownIssues(PublishedDocuments documents) {
        this.documents = documents;
    }

    PublishedDocument shown(PublishedDocument document) {
        Optional<IssueContents> contents = IssueContents.of(document.content());
        Set<Uid> gone = new HashSet<>(contents.map(each -> each.gone(documents)).orElse(List.of()));
        return gone.isEmpty() ? document : without(document, contents.orElseThrow(), gone);
    }

    private static PublishedDocument without(PublishedDocument document, IssueContents contents, Set<Uid> gone) {
        DocumentRecord record = document.record();
        List<Entry> printed = contents.entries().stream()
                .filter(entry -> !entry.isTombstone())
                .toList();
        List<DocumentRecord> items = new ArrayList<>();
        String text = record.text();
        for (int i = 0; i < printed.size(); i++) {
            if (!gone.contains(printed.get(i).uid())) {
                items.add(record.items().get(i));
            } else {
                text = text.replace(printed.get(i).title(), "");
            }
        }
        PublicPackage content = document.content();
        return new PublishedDocument(
                document.uid(),
                document.version(),
                document.position(),
                document.releasedAt(),
                document.versionAt(),
                new PublicPackage(
                        content.uid(),
                        content.version(),
                        record.toBuilder().items(items).text(text).build(),
                        content.files().stream()
                                .filter(file -> !file.name().equals(PackageContent.PDF)
                                        && !file.name().equals(IssueContents.NAME))
                                .toList()),
                document.relations());
    }
}
