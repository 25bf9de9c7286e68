package org.gongbao.web.site;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongbao.publication.IssueContents;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Relation;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.GazetteIssue;
import org.gongbao.record.Opening;
import org.gongbao.record.Severity;
import org.gongbao.record.Table;
import org.jspecify.annotations.Nullable;

/** A document's page, ready to be shown. */
record DocumentView(
        String uid,
        String permanent,
        @Nullable String byNumber,
        int version,
        long position,
        Instant releasedAt,
        Instant versionAt,
        DocumentRecord record,
        @Nullable String title,
        ValidityView validity,
        Terms terms,
        List<FieldView> fields,
        TextView text,
        ReadingView reading,
        List<TaskView> tasks,
        int taskCount,
        List<ItemView> items,
        List<RelationGroup> relations,
        List<Finding> findings,
        List<Download> downloads,
        Map<String, String> citations,
        QrCode code,
        @Nullable String issueAddress) {

    /** Rows of a table, and findings, that a page shows; the other forms hold all. */
    static final int MOST_ROWS = 1_000;

    private static final int MOST_FINDINGS = 200;

    /** A document of a gazette issue, and where it stands: its own page, or its place in this one. */
    record ItemView(
            @Nullable String title,
            @Nullable String documentNumber,
            List<String> issuers,
            @Nullable LocalDate issuedOn,
            String address) {}

    /**
     * A form of this document to take away.
     *
     * @param bytes its size, 0 where it is made when asked for
     */
    record Download(String suffix, String type, long bytes) {}

    static DocumentView of(PublishedDocument document, String base, LocalDate today) {
        DocumentRecord record = document.record();
        TextView text = TextLayout.of(record);
        List<TaskView> tasks = TaskView.of(document);
        String permanent = base + "/id/doc/" + document.uid();
        return new DocumentView(
                document.uid().value(),
                permanent,
                document.byNumber() == null ? null : document.byNumber().toString(),
                document.version(),
                document.position(),
                document.releasedAt(),
                document.versionAt(),
                record,
                record.displayTitle(),
                ValidityView.of(document, today),
                document.terms(),
                isIssue(document) ? FieldView.ofIssue(record) : FieldView.of(record),
                text,
                ReadingView.of(document, text),
                tasks.subList(0, Math.min(MOST_ROWS, tasks.size())),
                tasks.size(),
                items(document, text),
                RelationGroup.of(document.relationsToOthers()),
                record.findings().stream()
                        .sorted((a, b) -> b.severity().compareTo(a.severity()))
                        .limit(MOST_FINDINGS)
                        .toList(),
                downloads(document.content()),
                CitationForms.of(document, permanent, today),
                QrCode.of(base + "/doc/" + document.uid()),
                issueAddress(document));
    }

    private static boolean isIssue(PublishedDocument document) {
        return document.issue() != null || !document.record().items().isEmpty();
    }

    /** Whether it is an issue of a gazette, which holds documents and is itself neither in force nor repealed. */
    public boolean isIssue() {
        return !items.isEmpty();
    }

    /** The address by number with that of the service before it, null for none. */
    public @Nullable String byNumberUri() {
        String base = permanent.substring(0, permanent.length() - ("/id/doc/" + uid).length());
        return byNumber == null ? null : base + byNumber;
    }

    /** Fields of the official header that the document leaves blank. */
    public List<FieldView> blankFields() {
        return fields.stream().filter(FieldView::isBlank).toList();
    }

    /** Documents that explain this one (解读), or that this one explains, where they are public here. */
    public List<Relation> interpretations(boolean ofOthers) {
        return RelationGroup.interpretations(relations, ofOthers);
    }

    public List<AskedUnit> asked() {
        return AskedUnit.of(record);
    }

    /** Whether any duty that is shown says how it is to be done; a column that is empty from top to bottom is none. */
    public boolean isSomeMeasured() {
        return tasks.stream().anyMatch(row -> row.task().measure() != null);
    }

    /** Whether any duty that is shown has a deadline. */
    public boolean isSomeDated() {
        return tasks.stream().anyMatch(row -> !row.task().deadlines().isEmpty());
    }

    /** A few words on what it is: its summary, else what stands on its head and how its text begins. */
    public String description() {
        String summary = record.summary();
        if (summary != null) {
            return summary;
        }
        String opening = terms.mayBeIndexed() ? Opening.of(record).orElse("") : "";
        return Stream.of(record.documentNumber(), String.join("、", record.issuers()), record.issuedOn(), opening)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    public boolean hasDoubts() {
        return findings.stream().anyMatch(finding -> finding.severity() != Severity.INFO);
    }

    /** The number of a table in the record, from 1, by which it is fetched; 0 for one that is not among them. */
    public int number(Table table) {
        for (int at = 0; at < record.tables().size(); at++) {
            if (record.tables().get(at) == table) {
                return at + 1;
            }
        }
        return 0;
    }

    /** Whether there is anything in the text that a script would better. */
    public boolean hasTablesOrLinks() {
        return !record.tables().isEmpty() || reading.hasLinks();
    }

    public boolean hasPdf() {
        return downloads.stream().anyMatch(download -> download.suffix().equals("pdf"));
    }

    private static List<ItemView> items(PublishedDocument document, TextView text) {
        List<ItemView> items = new ArrayList<>();
        List<Uid> own = document.issue() == null ? List.of() : documents(document.issue());
        for (DocumentRecord item : document.record().items()) {
            Uid page = own.size() == document.record().items().size()
                    ? own.get(items.size())
                    : ownPage(item, document.relations());
            String anchor = SectionMark.itemAnchor(items.size() + 1);
            String place = text.leadsTo(anchor) ? "#" + anchor : "#text";
            items.add(new ItemView(
                    item.title(),
                    item.documentNumber(),
                    item.issuers(),
                    item.issuedOn(),
                    page == null ? place : "/doc/" + page));
        }
        return items;
    }

    /** The documents of an issue that was put together here, as its record lists them. */
    private static List<Uid> documents(IssueContents contents) {
        return contents.entries().stream()
                .filter(entry -> !entry.isTombstone())
                .map(IssueContents.Entry::uid)
                .toList();
    }

    /** The page of an item that is also published by itself, known by its number, or by its title where it has none. */
    private static @Nullable Uid ownPage(DocumentRecord item, List<Relation> relations) {
        for (Relation relation : relations) {
            boolean same = item.documentNumber() != null
                    ? item.documentNumber().equals(relation.documentNumber())
                    : item.title() != null && item.title().equals(relation.title());
            if (same && relation.other() != null) {
                return relation.other();
            }
        }
        return null;
    }

    private static List<Download> downloads(PublicPackage content) {
        List<Download> downloads = new ArrayList<>();
        content.file(PackageContent.PDF)
                .ifPresent(file -> downloads.add(new Download("pdf", "application/pdf", file.bytes())));
        for (Representation form : Representation.values()) {
            if (form != Representation.PDF && form != Representation.HTML) {
                downloads.add(new Download(form.suffix(), form.type().toString(), 0));
            }
        }
        return downloads;
    }

    /** A search for the issue that carried it; for an issue itself, its page. */
    private static @Nullable String issueAddress(PublishedDocument document) {
        DocumentRecord record = document.record();
        GazetteIssue own = record.gazette();
        boolean isMadeHere = document.issue() != null;
        if (isMadeHere && own != null && own.year() != null && own.issue() != null) {
            return IssueAddress.of(own.series(), own.year(), own.issue());
        }
        String issue = FieldView.gazette(own);
        if (issue == null || !record.items().isEmpty()) {
            return null;
        }
        return SearchAddress.of(
                new SearchQuery(issue, Map.of(), null, org.gongbao.search.SearchRequest.Sort.RELEVANCE, 1));
    }
}
