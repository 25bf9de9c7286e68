package org.gongbao.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongbao.extraction.HiddenContent;
import org.gongbao.extraction.UnreadableFileException;
import org.gongbao.extraction.WorkerFailedException;
import org.gongbao.extraction.Workers;
import org.gongbao.publication.PackageContent;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.PersonalDatum;
import org.gongbao.record.Source;
import org.gongbao.system.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Makes public copies (公开副本). A PDF without hidden content becomes a clean copy of its pages; everything else is set
 * anew from the record, so that nothing hidden in an original can come along. Where something is to be removed, nothing of
 * the file is copied: {@link RedactedCopies}.
 */
final class PublicCopies implements PackageMaker {

    private static final String PDF = "application/pdf";

    private final Workers workers;
    private final RecordPdf recordPdf;
    private final TreatmentPolicy policy;
    private final @Nullable Path profiles;
    private final RedactedCopies redactedCopies;
    private final PageViews views;

    /** @param profiles a folder laid over the packed profiles, null for none */
    PublicCopies(
            Workers workers,
            PrintFonts fonts,
            TreatmentPolicy policy,
            @Nullable Path profiles,
            RedactedCopies redactedCopies,
            PageViews views) {
        this.workers = workers;
        this.policy = policy;
        this.profiles = profiles;
        this.redactedCopies = redactedCopies;
        this.views = views;
        this.recordPdf = new RecordPdf(fonts);
    }

    @Override
    public PackageContent make(Path original, DocumentRecord working, Decided decided, Portion portion, Path folder) {
        Path target = folder.resolve(PackageContent.PDF);
        List<PersonalDatum> data =
                decided.redactions().stream().map(Redaction::datum).toList();
        Decisions decisions = Decisions.of(working, data, policy);
        PackageContent content = decisions.removals().isEmpty()
                ? whole(original, working, decisions.allowed(), decided, portion, target)
                : redacted(original, working, decisions, decided, portion, target);
        return new PackageContent(content.record(), content.files(), data);
    }

    /** A document from which nothing is removed. */
    private PackageContent whole(
            Path original, DocumentRecord working, Set<String> allowed, Decided decided, Portion portion, Path target) {
        Optional<List<Finding>> copied =
                mayCopyPages(working, portion) ? copyPages(original, allowed, target) : Optional.empty();
        if (copied.isPresent()) {
            DocumentRecord.Builder paged = open(working).toBuilder();
            copied.get().forEach(paged::finding);
            PackageContent content =
                    content(paged, working, target, working.source().pages());
            return views.addTo(content, decided.reading(), decided.texts(), folderOf(target));
        }
        return setAnew(working, working, target);
    }

    private PackageContent redacted(
            Path original, DocumentRecord working, Decisions decisions, Decided decided, Portion portion, Path target) {
        RedactedCopies.Made made = redactedCopies.make(original, working, portion, decisions, decided, target);
        DocumentRecord record = made.record();
        if (!made.hasPages()) {
            return setAnew(record, working, target);
        }
        PackageContent content = content(
                open(record).toBuilder(), record, target, record.source().pages());
        return views.addTo(content, made.reading(), List.of(), folderOf(target));
    }

    private static Path folderOf(Path target) {
        return Objects.requireNonNull(target.getParent());
    }

    private static DocumentRecord open(DocumentRecord record) {
        return PublicFindings.in(record.toBuilder().personalData(List.of()).build());
    }

    private PackageContent setAnew(DocumentRecord record, DocumentRecord working, Path target) {
        RecordPdf.Made made = recordPdf.write(record, target);
        DocumentRecord.Builder unpaged = Unpaged.of(open(record)).toBuilder();
        made.findings().forEach(unpaged::finding);
        return views.addTo(content(unpaged, working, target, made.pages()), null, List.of(), folderOf(target));
    }

    /** A document of an issue shares pages with others, and hidden content would stay in copied pages. */
    private static boolean mayCopyPages(DocumentRecord working, Portion portion) {
        return working.source().mediaType().equals(PDF)
                && portion == Portion.WHOLE_FILE
                && working.findings().stream().noneMatch(HiddenContent::isNamedBy);
    }

    /** What the copy shows that must not go out; empty where no copy can be made. */
    private Optional<List<Finding>> copyPages(Path original, Set<String> allowed, Path target) {
        Map<String, String> options =
                new HashMap<>(Map.of("target", target.toString(), "allowed", String.join("\n", allowed)));
        if (profiles != null) {
            options.put("profiles", profiles.toAbsolutePath().toString());
        }
        try {
            List<Finding> findings = PublicCopyTask.findings(workers.run(PublicCopyTask.NAME, original, options));
            return Files.size(target) > 0 ? Optional.of(findings) : Optional.empty();
        } catch (UnreadableFileException | WorkerFailedException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the public copy " + target + " is not there", e);
        }
    }

    private static PackageContent content(
            DocumentRecord.Builder record, DocumentRecord working, Path file, @Nullable Integer pages) {
        try {
            Source source = new Source(
                    PackageContent.PDF,
                    Sha256.of(file),
                    PDF,
                    Files.size(file),
                    null,
                    pages,
                    working.source().recognisedByOcr());
            return new PackageContent(record.source(source).build(), Map.of(PackageContent.PDF, file));
        } catch (IOException e) {
            throw new UncheckedIOException("the public copy " + file + " cannot be read", e);
        }
    }
}
