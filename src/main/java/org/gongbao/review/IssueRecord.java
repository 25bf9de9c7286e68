package org.gongbao.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongbao.publication.IssueContents;
import org.gongbao.publication.IssueContents.Imprint;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.GazetteIssue;
import org.gongbao.record.Source;
import org.jspecify.annotations.Nullable;

/**
 * The record of an issue as a document (公报一期的著录). It holds no text of its documents: each is read on its own page, where it
 * can be corrected and withdrawn. Apart from {@link IssueEditions}, which makes files and keeps them.
 */
final class IssueRecord {

    private IssueRecord() {}

    /** @param texts the documents by the order of the entries, null where one is public no longer */
    static DocumentRecord of(
            IssueContents contents, List<@Nullable DocumentRecord> texts, Source source, List<Finding> findings) {
        Imprint imprint = contents.imprint();
        GazetteIssue issue = new GazetteIssue(imprint.series(), imprint.year(), imprint.issue(), imprint.totalIssue());
        List<DocumentRecord> items = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            DocumentRecord text = texts.get(i);
            if (text != null) {
                items.add(item(text, issue.onPages(contents.entries().get(i).pages())));
            }
        }
        return DocumentRecord.builder(source)
                .title(imprint.title())
                .issuers(List.of(imprint.sponsor()))
                .publishedOn(imprint.date())
                .gazette(issue.onPages(otherPages(contents, source.pages())))
                .items(items)
                .text(contents.text())
                .findings(findings)
                .build();
    }

    private static DocumentRecord item(DocumentRecord text, GazetteIssue issue) {
        return DocumentRecord.builder(text.source())
                .title(text.title())
                .enclosedTitle(text.enclosedTitle())
                .documentNumber(text.documentNumber())
                .documentKind(text.documentKind())
                .issuers(text.issuers())
                .issuedOn(text.issuedOn())
                .gazette(issue)
                .build();
    }

    private static List<Integer> otherPages(IssueContents contents, @Nullable Integer pages) {
        Set<Integer> taken = contents.entries().stream()
                .flatMap(entry -> entry.pages().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return IntStream.rangeClosed(1, pages == null ? 0 : pages)
                .filter(page -> !taken.contains(page))
                .boxed()
                .toList();
    }
}
