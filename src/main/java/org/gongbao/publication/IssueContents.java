package org.gongbao.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The contents of an issue that was put together here (公报一期的编排): its imprint, and the published documents that it holds, by
 * column and in order. A file of the issue's package, so that everybody who has the package knows what belongs to it.
 */
public record IssueContents(Imprint imprint, List<Entry> entries, List<Erratum> errata) {

    /** Name of the file in the package. */
    public static final String NAME = "issue.json";

    public IssueContents {
        entries = List.copyOf(entries);
        errata = List.copyOf(errata);
    }

    /** Contents without a misprint. */
    public IssueContents(Imprint imprint, List<Entry> entries) {
        this(imprint, entries, List.of());
    }

    /**
     * A misprint of the printer's PDF (勘误).
     *
     * @param printed what the page says, with a few characters around it
     * @param published what is published and counts
     */
    public record Erratum(int page, String printed, String published, String note) {}

    /**
     * What stands on the cover and in the imprint (版权页).
     *
     * @param series 刊名
     * @param sponsor 主办
     * @param permit 准印证号 of internal material; empty where it has none
     * @param cn 国内统一连续出版物号 of a periodical, such as {@code CN 36-1000/D}; empty where it has none
     * @param issn empty where it has none
     * @param totalIssue 总期号
     */
    public record Imprint(
            String series,
            String sponsor,
            String permit,
            String cn,
            String issn,
            int year,
            int issue,
            @Nullable Integer totalIssue,
            LocalDate date) {

        /** The issue in its year: {@code 2024年第3期（总第88期）}. */
        public String number() {
            return year + "年第" + issue + "期" + (totalIssue == null ? "" : "（总第" + totalIssue + "期）");
        }

        /** The title of the issue as a document. */
        public String title() {
            return series + number();
        }
    }

    /**
     * A document in the issue.
     *
     * @param column 栏目
     * @param version the public version that is printed
     * @param title empty where the document was withdrawn before this edition was made: then nothing of it is printed
     * @param pages of the PDF on which it stands
     */
    public record Entry(
            String column,
            Uid uid,
            int version,
            String title,
            @Nullable String documentNumber,
            List<Integer> pages) {
        public Entry {
            pages = List.copyOf(pages);
        }

        /** Whether only that it was withdrawn stands in its place. */
        public boolean isTombstone() {
            return title.isEmpty();
        }

        /** Its title may not be shown, although this edition prints it. */
        Entry hidden() {
            return new Entry(column, uid, version, "", null, pages);
        }

        /** Printed in this edition, but not to be shown now. */
        boolean isHidden() {
            return isTombstone() && version > 0;
        }

        public Entry onPages(List<Integer> own) {
            return new Entry(column, uid, version, title, documentNumber, own);
        }
    }

    /** What stands in the record as text: the imprint and the titles by column. */
    public String text() {
        StringBuilder text = new StringBuilder(imprint.title())
                .append("\n主办：")
                .append(imprint.sponsor())
                .append('\n');
        String column = "";
        for (Entry entry : entries) {
            if (!entry.column().equals(column)) {
                column = entry.column();
                text.append(column).append('\n');
            }
            if (!entry.isTombstone()) {
                text.append(entry.title()).append('\n');
            }
        }
        return text.toString().strip();
    }

    /** The contents that come with what is to be published; empty where it is no issue that was put together here. */
    static Optional<IssueContents> of(PackageContent content) {
        return Optional.ofNullable(content.files().get(NAME)).map(IssueContents::read);
    }

    /** The contents of a package; empty where it is no issue that was put together here. */
    public static Optional<IssueContents> of(PublicPackage content) {
        return content.file(NAME).map(file -> read(file.path()));
    }

    /** Reads them from a file. */
    public static IssueContents read(Path file) {
        try {
            return read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the contents of an issue cannot be read from " + file, e);
        }
    }

    /**
     * The contents to be shown while entries may not be: these without their titles, and without what is printed of them. The
     * edition's files show them, so that none of those may be read.
     */
    IssueContents without(Predicate<Entry> hidden) {
        List<Entry> shown = entries.stream()
                .map(entry -> !entry.isTombstone() && hidden.test(entry) ? entry.hidden() : entry)
                .toList();
        return shown.equals(entries) ? this : new IssueContents(imprint, shown, List.of());
    }

    /** Whether these are the contents of an edition that waits to be replaced, since it prints what may not be shown. */
    public boolean isHeldBack() {
        return entries.stream().anyMatch(Entry::isHidden);
    }

    /** Documents that an edition prints. */
    Set<Uid> printed() {
        return entries.stream()
                .filter(entry -> !entry.isTombstone())
                .map(Entry::uid)
                .collect(Collectors.toSet());
    }

    public byte[] bytes() {
        return IssueJson.write(this);
    }

    /** @throws IllegalArgumentException where the bytes are no contents of an issue */
    public static IssueContents read(byte[] json) {
        return IssueJson.read(json);
    }
}
