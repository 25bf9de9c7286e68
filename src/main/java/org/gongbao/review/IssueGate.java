package org.gongbao.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.publication.IssueContents;
import org.gongbao.publication.IssueContents.Entry;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicationGate;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.record.DocumentRecord;

/** Holds back an issue of which a document was withdrawn or changed since its PDF was made; asked again at the set minute. */
final class IssueGate implements PublicationGate {

    private final PublishedDocuments documents;

    IssueGate(PublishedDocuments documents) {
        this.documents = documents;
    }

    @Override
    public String name() {
        return "gazette-issue";
    }

    @Override
    public List<String> obstacles(DocumentRecord working, PackageContent content) {
        Path file = content.files().get(IssueContents.NAME);
        if (file == null) {
            return List.of();
        }
        List<String> reasons = new ArrayList<>();
        for (Entry entry : read(file).entries()) {
            int shown = documents.find(entry.uid()).orElse(null) instanceof PublicState.Public found
                    ? found.document().version()
                    : 0;
            if (shown == 0 && !entry.isTombstone()) {
                reasons.add("document " + entry.uid() + " of the issue is public no more");
            } else if (shown != entry.version()) {
                reasons.add("document " + entry.uid() + " of the issue is public in version " + shown
                        + ", but printed in version " + entry.version());
            }
        }
        return reasons;
    }

    private static IssueContents read(Path file) {
        try {
            return IssueContents.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the contents of the issue cannot be read", e);
        }
    }
}
