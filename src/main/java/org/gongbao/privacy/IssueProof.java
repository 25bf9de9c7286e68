package org.gongbao.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.ExtractionJson;
import org.gongbao.extraction.UnreadableFileException;
import org.gongbao.extraction.WorkerFailedException;
import org.gongbao.extraction.Workers;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/** Reads the printer's PDF of an issue and compares it with what is published (印刷版比对). */
public final class IssueProof {

    /** Characters around a difference that are shown with it. */
    private static final int AROUND = 8;

    /** Longest text of a difference that is shown. */
    private static final int LONGEST = 400;

    private final Workers workers;
    private final PersonalDataFinder finder;
    private final @Nullable Path profiles;

    /** @param profiles a folder laid over the packed profiles, null for none */
    public IssueProof(Workers workers, @Nullable Path profiles) {
        this.workers = workers;
        this.finder = new PersonalDataFinder(profiles);
        this.profiles = profiles;
    }

    /**
     * A document in the issue: its published record and the pages that it stands on.
     *
     * @param column whose name may stand above it
     */
    public record Placed(String column, DocumentRecord record, int firstPage, int lastPage) {}

    /**
     * A difference.
     *
     * @param item index of the document
     * @param printed what the page says, with a few characters around it
     */
    public record Difference(int item, int page, String printed, String published) {}

    /** The file cannot be read as a PDF. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1;

        UnreadableException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Reads the file in a worker. */
    public PrintedIssue read(Path pdf, String series) throws UnreadableException {
        Map<String, String> options = new HashMap<>(Map.of("name", "issue.pdf"));
        withProfiles(options);
        try {
            Path result = Files.createTempFile("issue", ".json");
            try {
                Files.write(result, workers.run("record", pdf, options));
                ExtractedText text = ExtractionJson.readFrom(result);
                if (!text.mediaType().equals("application/pdf")) {
                    throw new UnreadableException("the file is " + text.mediaType() + ", expected a PDF", null);
                }
                return PrintedIssue.of(text, series);
            } finally {
                Files.delete(result);
            }
        } catch (UnreadableFileException | WorkerFailedException e) {
            throw new UnreadableException("the PDF cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("what was read of " + pdf + " cannot be kept", e);
        }
    }

    private void withProfiles(Map<String, String> options) {
        if (profiles != null) {
            options.put("profiles", profiles.toAbsolutePath().toString());
        }
    }

    /**
     * Makes the clean copy that the public gets of a file that is not sealed, and says what its pages show that must not go
     * out.
     *
     * @param published records whose personal data people have decided to publish
     */
    public List<Finding> copy(Path pdf, Path target, List<DocumentRecord> published) throws UnreadableException {
        Set<String> allowed = new TreeSet<>();
        for (DocumentRecord record : published) {
            finder.find(record).forEach(found -> allowed.add(Removals.bare(Removals.value(record.text(), found))));
        }
        Map<String, String> options =
                new HashMap<>(Map.of("target", target.toString(), "allowed", String.join("\n", allowed)));
        withProfiles(options);
        try {
            return PublicCopyTask.findings(workers.run(PublicCopyTask.NAME, pdf, options));
        } catch (UnreadableFileException | WorkerFailedException e) {
            throw new UnreadableException("no public copy can be made of the PDF: " + e.getMessage(), e);
        }
    }

    /** On which pages documents begin and end, by their titles in order; null for a document that is not found. */
    public static List<int @Nullable []> propose(PrintedIssue printed, List<String> titles) {
        List<@Nullable Integer> starts = new ArrayList<>();
        int from = afterContents(printed, titles);
        for (String title : titles) {
            Integer found = page(printed, ComparedText.of(title), from);
            starts.add(found);
            from = found == null ? from : found;
        }
        List<int @Nullable []> pages = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            Integer start = starts.get(i);
            pages.add(start == null ? null : new int[] {start, end(printed, titles, starts, i)});
        }
        return pages;
    }

    /** The contents name most titles on one page, and each comes again on a later one: the documents begin behind them. */
    private static int afterContents(PrintedIssue printed, List<String> titles) {
        for (int page = printed.pages() - 1; titles.size() > 1 && page >= 1; page--) {
            ComparedText text = printed.text(page, page);
            List<ComparedText> named = titles.stream()
                    .map(ComparedText::of)
                    .filter(title -> text.indexOf(title, 0) >= 0)
                    .toList();
            int next = page + 1;
            if (named.size() > titles.size() / 2
                    && named.stream().allMatch(title -> page(printed, title, next) != null)) {
                return next;
            }
        }
        return 1;
    }

    private static @Nullable Integer page(PrintedIssue printed, ComparedText title, int from) {
        for (int page = from; page <= printed.pages(); page++) {
            if (printed.text(page, page).indexOf(title, 0) >= 0) {
                return page;
            }
        }
        return null;
    }

    private static int end(PrintedIssue printed, List<String> titles, List<@Nullable Integer> starts, int index) {
        for (int next = index + 1; next < starts.size(); next++) {
            Integer start = starts.get(next);
            if (start != null) {
                boolean atTop = printed.text(start, start).indexOf(ComparedText.of(titles.get(next)), 0) < 12;
                Integer own = starts.get(index);
                return atTop && own != null && start > own ? start - 1 : start;
            }
        }
        return printed.pages();
    }

    /** Every difference between the pages of the documents and their records, in order. */
    public static List<Difference> compare(PrintedIssue printed, List<Placed> documents) {
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            Placed own = documents.get(i);
            Placed next = i + 1 < documents.size() ? documents.get(i + 1) : null;
            ComparedText page = region(printed, own, next);
            ComparedText published = ComparedText.of(own.record().text());
            for (TextDifferences.Place place : TextDifferences.of(page, published)) {
                differences.add(new Difference(
                        i,
                        page.length() == 0 ? own.firstPage() : page.page(place.leftFrom()),
                        shown(page, place.leftFrom(), place.leftTo()),
                        shown(published, place.rightFrom(), place.rightTo())));
            }
        }
        return differences;
    }

    /** On pages that documents share, one begins at its title and ends before the next one's. */
    private static ComparedText region(PrintedIssue printed, Placed own, @Nullable Placed next) {
        ComparedText whole = printed.text(own.firstPage(), own.lastPage());
        ComparedText start = start(own.record());
        int from = Math.max(0, whole.indexOf(start, 0));
        int to = whole.length();
        if (next != null && next.firstPage() <= own.lastPage()) {
            int found = whole.indexOf(start(next.record()), from + start.length());
            to = found < 0 ? to : found - headOf(next, whole, found);
        }
        return whole.part(from, to);
    }

    /** How many characters above a document's title are the name of its column. */
    private static int headOf(Placed next, ComparedText whole, int title) {
        ComparedText column = ComparedText.of(next.column());
        int start = title - column.length();
        return start >= 0 && whole.part(start, title).indexOf(column, 0) == 0 ? column.length() : 0;
    }

    /** The first line of the published text. */
    private static ComparedText start(DocumentRecord record) {
        return ComparedText.of(record.text().lines().findFirst().orElse(""));
    }

    private static String shown(ComparedText text, int from, int to) {
        return text.original(from - AROUND, Math.min(to, from + LONGEST) + AROUND);
    }

    /** Whether a PDF bears a signature (电子签章): a signature's byte range is never compressed. */
    public static boolean isSealed(Path pdf) {
        try {
            return new String(Files.readAllBytes(pdf), java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains("/ByteRange");
        } catch (IOException e) {
            throw new UncheckedIOException(pdf + " cannot be read", e);
        }
    }

    /** Whether two PDFs show the same text page by page. */
    public boolean isSameText(Path one, Path other) throws UnreadableException {
        PrintedIssue first = read(one, "");
        PrintedIssue second = read(other, "");
        return first.pages() == second.pages() && first.lines().equals(second.lines());
    }
}
