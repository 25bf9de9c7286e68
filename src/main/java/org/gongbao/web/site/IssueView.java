package org.gongbao.web.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.publication.IssueContents;
import org.gongbao.publication.IssueContents.Entry;
import org.gongbao.publication.IssueContents.Imprint;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/**
 * An issue of a gazette, ready to be shown (公报网络版).
 *
 * @param pdfBytes size of the PDF; 0 where there is none, or it may not be read now
 */
record IssueView(
        Uid uid,
        Imprint imprint,
        List<Column> columns,
        List<IssueContents.Erratum> errata,
        long pdfBytes,
        boolean isHeldBack,
        boolean mayBeIndexed,
        Instant releasedAt,
        @Nullable String sha256) {

    /** 栏目 and its documents. */
    record Column(String name, List<Item> items) {}

    /** A document with its place in the issue, from 1, or in its place that it was withdrawn: when and why. */
    record Item(
            int number,
            Uid uid,
            String title,
            @Nullable String documentNumber,
            List<Integer> pages,
            @Nullable Instant goneAt,
            String reason) {}

    static IssueView of(PublishedDocument issue, IssueContents contents, PublishedDocuments documents) {
        PublicPackage.File pdf = issue.content().file(PackageContent.PDF).orElse(null);
        List<Column> columns = new ArrayList<>();
        int number = 0;
        for (Entry entry : contents.entries()) {
            if (columns.isEmpty() || !columns.get(columns.size() - 1).name().equals(entry.column())) {
                columns.add(new Column(entry.column(), new ArrayList<>()));
            }
            columns.get(columns.size() - 1).items().add(item(++number, entry, documents));
        }
        return new IssueView(
                issue.uid(),
                contents.imprint(),
                columns,
                contents.errata(),
                pdf == null ? 0 : pdf.bytes(),
                contents.isHeldBack(),
                issue.terms().mayBeIndexed(),
                issue.releasedAt(),
                pdf == null ? null : pdf.sha256());
    }

    private static Item item(int number, Entry entry, PublishedDocuments documents) {
        PublicState state = documents.find(entry.uid()).orElse(null);
        if (state instanceof PublicState.Gone gone) {
            return new Item(number, entry.uid(), "", null, entry.pages(), gone.at(), gone.reason());
        }
        // It may not be shown as it is printed, but as it reads now.
        if (entry.isTombstone() && state instanceof PublicState.Public found) {
            DocumentRecord now = found.document().record();
            String title = now.displayTitle() == null ? "" : now.displayTitle();
            return new Item(number, entry.uid(), title, now.documentNumber(), entry.pages(), null, "");
        }
        return new Item(number, entry.uid(), entry.title(), entry.documentNumber(), entry.pages(), null, "");
    }
}
