package org.gongbao.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gongbao.privacy.IssuePdf;
import org.gongbao.privacy.IssueSheets;
import org.gongbao.publication.IssueContents;
import org.gongbao.publication.IssueContents.Entry;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.RecordJson;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Source;
import org.gongbao.review.IssuePlan.Item;
import org.gongbao.system.Sha256;
import org.jspecify.annotations.Nullable;

/** Makes what is released of an issue (定版): PDF, contents and record, from the documents as they are public now. */
final class IssueEditions {

    private static final String RECORD = "record.json";

    private final PublishedDocuments documents;
    private final IssuePdf pdf;
    private final IssueFiles files;
    private final String base;
    private final IssueProofs proofs;
    private final SealService seal;

    IssueEditions(
            PublishedDocuments documents,
            IssuePdf pdf,
            IssueFiles files,
            String base,
            IssueProofs proofs,
            SealService seal) {
        this.proofs = proofs;
        this.seal = seal;
        this.documents = documents;
        this.pdf = pdf;
        this.files = files;
        this.base = base;
    }

    /**
     * Makes the edition of a plan and keeps it under its next version.
     *
     * @return its number of pages
     */
    int make(IssuePlan plan, List<Item> items) {
        Path folder = files.newEdition(plan.uid(), plan.version() + 1);
        List<@Nullable DocumentRecord> texts = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (Item item : items) {
            PublicState state = documents.find(item.uid()).orElseThrow(() -> neverPublic(item.uid()));
            texts.add(
                    state instanceof PublicState.Public shown ? shown.document().record() : null);
            entries.add(entry(item, state));
        }
        state(items, folder);
        Path target = folder.resolve(PackageContent.PDF);
        IssueContents contents = new IssueContents(plan.imprint(), entries);
        IssuePdf.Made made = plan.printed() == null
                ? sealed(folder, pdf.write(new IssueSheets(plan.uid(), contents, texts, base), target))
                : printed(plan, items, contents, target);
        keep(folder, made.contents(), texts, made.pages(), made.findings());
        return made.pages();
    }

    /** What came of the printer's PDF. */
    record Printed(int pages, List<Finding> findings) {}

    private IssuePdf.Made printed(IssuePlan plan, List<Item> items, IssueContents contents, Path target) {
        List<IssueContents.Erratum> errata = proofs.settled(plan).stream()
                .map(each -> new IssueContents.Erratum(
                        each.page(), each.printed(), each.published(), String.valueOf(each.erratum())))
                .toList();
        Printed made = proofs.release(plan, target);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Integer first = items.get(i).firstPage();
            Integer last = items.get(i).lastPage();
            entries.add(contents.entries()
                    .get(i)
                    .onPages(
                            first == null || last == null
                                    ? List.of()
                                    : IntStream.rangeClosed(first, last).boxed().toList()));
        }
        return new IssuePdf.Made(new IssueContents(contents.imprint(), entries, errata), made.pages(), made.findings());
    }

    /** The seal may add itself to the file, and change nothing that the pages say. */
    private IssuePdf.Made sealed(Path folder, IssuePdf.Made made) {
        if (!seal.isOn()) {
            return made;
        }
        Path plain = folder.resolve(PackageContent.PDF);
        Path sealed = folder.resolve("sealed.pdf");
        seal.seal(plain, sealed);
        if (!proofs.isSameText(plain, sealed)) {
            throw new IssueRefusedException(
                    "seal-changed", "the sealed PDF says something else than the one made here");
        }
        try {
            Files.move(sealed, plain, StandardCopyOption.REPLACE_EXISTING);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("the sealed PDF cannot be kept in " + folder, e);
        }
    }

    private static IssueRefusedException neverPublic(Uid uid) {
        return new IssueRefusedException("item-gone", uid + " is not published, so no issue can hold it");
    }

    private static Entry entry(Item item, PublicState state) {
        if (state instanceof PublicState.Public shown) {
            PublishedDocument document = shown.document();
            return new Entry(
                    item.column(),
                    item.uid(),
                    document.version(),
                    title(document.record()),
                    document.record().documentNumber(),
                    List.of());
        }
        return new Entry(item.column(), item.uid(), 0, "", null, List.of());
    }

    static String title(DocumentRecord record) {
        String title = record.displayTitle();
        return title == null || title.isBlank() ? record.source().name() : title;
    }

    private static void keep(
            Path folder,
            IssueContents contents,
            List<@Nullable DocumentRecord> texts,
            int pages,
            List<Finding> findings) {
        try {
            Path file = folder.resolve(PackageContent.PDF);
            Source source = new Source(
                    PackageContent.PDF, Sha256.of(file), "application/pdf", Files.size(file), null, pages, false);
            IssueFiles.write(folder.resolve(IssueContents.NAME), contents.bytes());
            IssueFiles.write(
                    folder.resolve(RECORD), CanonicalJson.bytes(IssueRecord.of(contents, texts, source, findings)));
            IssueFiles.force(file);
            IssueFiles.force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the edition in " + folder + " cannot be kept", e);
        }
    }

    /** An issue travels as far as every document in it may. */
    private void state(List<Item> items, Path folder) {
        Terms narrowest = items.stream()
                .flatMap(item -> documents.find(item.uid()).stream())
                .filter(PublicState.Public.class::isInstance)
                .map(state -> ((PublicState.Public) state).document().terms())
                .reduce(Terms.OPEN, Terms::and);
        if (narrowest != Terms.OPEN) {
            try {
                IssueFiles.force(narrowest.write(folder));
            } catch (IOException e) {
                throw new UncheckedIOException("the terms of an edition cannot be written", e);
            }
        }
    }

    /** What was made of a plan, to be published. */
    PackageContent content(IssuePlan plan) {
        if (plan.edition() == null) {
            throw new IllegalStateException("no edition of " + plan.uid() + " is made");
        }
        Path folder = files.edition(plan.uid(), plan.edition());
        try {
            DocumentRecord record = RecordJson.read(Files.readAllBytes(folder.resolve(RECORD)));
            Map<String, Path> made = new HashMap<>();
            made.put(PackageContent.PDF, folder.resolve(PackageContent.PDF));
            made.put(IssueContents.NAME, folder.resolve(IssueContents.NAME));
            Path terms = folder.resolve(Terms.FILE);
            if (Files.exists(terms)) {
                made.put(Terms.FILE, terms);
            }
            return new PackageContent(record, made);
        } catch (IOException e) {
            throw new UncheckedIOException("the edition of " + plan.uid() + " cannot be read", e);
        }
    }
}
