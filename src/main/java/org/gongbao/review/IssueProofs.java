package org.gongbao.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.access.Person;
import org.gongbao.privacy.IssueProof;
import org.gongbao.privacy.PrintedIssue;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.review.IssuePlan.Difference;
import org.gongbao.review.IssuePlan.Item;

/**
 * The printer's PDF of an issue (印刷版核对): every page belongs to a document or is named as another one, and what it says is
 * compared with what is published. A difference stops the edition until record or PDF is corrected, or the public is told of
 * the misprint.
 */
public final class IssueProofs {

    private final IssuePlans plans;
    private final IssueProof proof;
    private final IssueFiles files;
    private final PublishedDocuments documents;

    IssueProofs(IssuePlans plans, IssueProof proof, IssueFiles files, PublishedDocuments documents) {
        this.plans = plans;
        this.proof = proof;
        this.files = files;
        this.documents = documents;
    }

    /** First and last page of a document. */
    public record Pages(int first, int last) {}

    /** Takes the printer's PDF in and proposes by titles which document stands on which pages. */
    public IssuePlan printed(Person person, Uid uid, int seen, Path pdf) {
        IssuePlan plan = plans.seen(uid, seen);
        PrintedIssue read = read(plan, pdf);
        if (read.hasHiddenContent()) {
            throw new IssueRefusedException("printed-hidden", "the PDF of " + uid + " has hidden content");
        }
        String digest = files.keepPrinted(uid, pdf);
        List<Item> items = proposed(plans.items(plan), read);
        return plans.change(person, uid, seen, IssueAction.PRINTED, digest, (change, rows) -> {
            change.printed = digest;
            change.pages = read.pages();
            change.compared = null;
            rows.replaceItems(uid, items);
            rows.replaceDifferences(uid, List.of());
        });
    }

    /** Does without the printer's PDF: one is made here. */
    public IssuePlan withoutPrinted(Person person, Uid uid, int seen) {
        return plans.change(person, uid, seen, IssueAction.PRINTED, "", (change, rows) -> {
            change.printed = null;
            change.pages = null;
            change.compared = null;
            rows.replaceDifferences(uid, List.of());
        });
    }

    private PrintedIssue read(IssuePlan plan, Path pdf) {
        try {
            return proof.read(pdf, plan.imprint().series());
        } catch (IssueProof.UnreadableException e) {
            throw new IssueRefusedException("printed-unreadable", String.valueOf(e.getMessage()));
        }
    }

    private List<Item> proposed(List<Item> items, PrintedIssue read) {
        List<String> titles = items.stream()
                .map(item -> record(item.uid()).map(IssueEditions::title).orElse(""))
                .toList();
        return IssuePages.proposed(items, IssueProof.propose(read, titles));
    }

    private Optional<DocumentRecord> record(Uid uid) {
        return documents.find(uid).orElse(null) instanceof PublicState.Public found
                ? Optional.of(found.document().record())
                : Optional.empty();
    }

    /** Says which document stands on which pages, and which pages belong to none. */
    public IssuePlan assign(Person person, Uid uid, int seen, Map<Uid, Pages> pages, String otherPages) {
        PageList.read(otherPages);
        List<Item> items = IssuePages.assigned(plans.items(plans.seen(uid, seen)), pages);
        return plans.change(person, uid, seen, IssueAction.PAGES, "", (change, rows) -> {
            change.otherPages = otherPages;
            change.compared = null;
            rows.replaceItems(uid, items);
        });
    }

    /** Compares the printer's PDF with the records as they are public now. */
    public IssuePlan compare(Person person, Uid uid, int seen) {
        IssuePlan plan = plans.seen(uid, seen);
        List<Difference> found = differences(plan);
        return plans.change(person, uid, seen, IssueAction.COMPARE, Integer.toString(found.size()), (change, rows) -> {
            change.compared = seen + 1;
            rows.replaceDifferences(uid, found);
        });
    }

    /** The differences that there are now; those of which the public is told keep their erratum. */
    private List<Difference> differences(IssuePlan plan) {
        List<Item> items = plans.items(plan);
        List<IssueProof.Placed> placed = new ArrayList<>();
        List<Uid> uids = new ArrayList<>();
        for (Item item : items) {
            Integer first = item.firstPage();
            Integer last = item.lastPage();
            Optional<DocumentRecord> record = record(item.uid());
            if (first != null && last != null && record.isPresent()) {
                placed.add(new IssueProof.Placed(item.column(), record.get(), first, last));
                uids.add(item.uid());
            }
        }
        List<Difference> before = plans.differences(plan);
        List<Difference> found = new ArrayList<>();
        for (IssueProof.Difference each : IssueProof.compare(read(plan, file(plan)), placed)) {
            Uid uid = uids.get(each.item());
            String erratum = before.stream()
                    .filter(known -> known.uid().equals(uid)
                            && known.page() == each.page()
                            && known.printed().equals(each.printed())
                            && known.published().equals(each.published()))
                    .map(Difference::erratum)
                    .filter(text -> text != null)
                    .findFirst()
                    .orElse(null);
            found.add(new Difference(found.size(), uid, each.page(), each.printed(), each.published(), erratum));
        }
        return found;
    }

    private Path file(IssuePlan plan) {
        String digest = plan.printed();
        if (digest == null) {
            throw new IssueRefusedException("no-printed", "issue " + plan.uid() + " has no printer's PDF");
        }
        return files.printed(plan.uid(), digest);
    }

    /** Says of a difference that it is a misprint, of which the public is told beside the issue. */
    public IssuePlan erratum(Person person, Uid uid, int seen, int number, String text) {
        if (text.isBlank()) {
            throw new IssueRefusedException("needs-reason", "the public reads what is misprinted");
        }
        return plans.change(person, uid, seen, IssueAction.ERRATUM, Integer.toString(number), (change, rows) -> {
            List<Difference> told = rows.differences(uid).stream()
                    .map(each -> each.number() == number
                            ? new Difference(number, each.uid(), each.page(), each.printed(), each.published(), text)
                            : each)
                    .toList();
            rows.replaceDifferences(uid, told);
        });
    }

    /** What stands in the way of an edition from the printer's PDF, as words of {@code desk.refused}. */
    List<String> missing(IssuePlan plan) {
        if (plan.printed() == null) {
            return List.of();
        }
        List<String> missing = new ArrayList<>();
        if (!unassigned(plan).isEmpty()) {
            missing.add("pages-unassigned");
        }
        if (plan.compared() == null) {
            missing.add("not-compared");
        } else if (plans.differences(plan).stream().anyMatch(each -> each.erratum() == null)) {
            missing.add("differences");
        }
        return missing;
    }

    /** Whether the printer's PDF bears a seal, so that its bytes are kept as they are. */
    public boolean isSealed(IssuePlan plan) {
        return plan.printed() != null && IssueProof.isSealed(file(plan));
    }

    /** Pages that belong to nothing; 0 where a document has none. */
    public List<Integer> unassigned(IssuePlan plan) {
        return IssuePages.unassigned(plan, plans.items(plan));
    }

    /**
     * Looks once more, since records may have changed: whether every difference is told of.
     *
     * @throws IssueRefusedException {@code differences}
     */
    List<Difference> settled(IssuePlan plan) {
        List<Difference> now = differences(plan);
        if (now.stream().anyMatch(each -> each.erratum() == null)) {
            throw new IssueRefusedException("differences", "the printer's PDF of " + plan.uid() + " differs");
        }
        return now;
    }

    boolean isSameText(Path one, Path other) {
        try {
            return proof.isSameText(one, other);
        } catch (IssueProof.UnreadableException e) {
            return false;
        }
    }

    /** Writes the PDF that is released: a sealed one as it is, another one as a clean copy. */
    IssueEditions.Printed release(IssuePlan plan, Path target) {
        Path pdf = file(plan);
        try {
            List<DocumentRecord> records = plans.items(plan).stream()
                    .flatMap(item -> record(item.uid()).stream())
                    .toList();
            var findings = new ArrayList<>(proof.copy(pdf, target, records));
            findings.addAll(read(plan, pdf).findings());
            if (IssueProof.isSealed(pdf)) {
                Files.copy(pdf, target, StandardCopyOption.REPLACE_EXISTING);
            }
            return new IssueEditions.Printed(plan.pages() == null ? 0 : plan.pages(), findings);
        } catch (IssueProof.UnreadableException e) {
            throw new IssueRefusedException("printed-unreadable", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("the PDF of " + plan.uid() + " cannot be kept", e);
        }
    }
}
