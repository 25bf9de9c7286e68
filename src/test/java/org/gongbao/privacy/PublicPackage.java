package org.gongbao.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongbao.extraction.ExtractionLimits;
import org.gongbao.extraction.Extractors;
import org.gongbao.publication.PackageContent;
import org.gongbao.recognition.Profiles;
import org.gongbao.recognition.Recogniser;
import org.gongbao.recognition.RecordTask;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;

/** A file taken all the way to the content of its public package, and everything that anyone may find in that. */
final class PublicPackage {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-01-01T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final PublicCopies COPIES = InThisProcess.copies();

    private PublicPackage() {}

    /** The record of a file as it is for the desk. */
    static DocumentRecord working(Path file) {
        String name = String.valueOf(file.getFileName());
        var text = Extractors.extract(file, name, ExtractionLimits.DEFAULT);
        return new Recogniser(Profiles.packed(), CLOCK).recognise(RecordTask.source(name, Map.of(), text), text, null);
    }

    static PackageContent of(Path file) {
        return of(file, working(file), Portion.WHOLE_FILE);
    }

    static PackageContent of(Path file, DocumentRecord working, Portion portion) {
        return of(file, working, Decided.NONE, portion);
    }

    static PackageContent of(Path file, DocumentRecord working, Decided decided, Portion portion) {
        try {
            return COPIES.make(file, working, decided, portion, Files.createTempDirectory(file.getParent(), "package"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its pages show. */
    static String pages(PackageContent content) {
        try (PDDocument document = Loader.loadPDF(pdf(content).toFile())) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The record, the bytes of the PDF, its unpacked streams and its text. */
    static String everything(PackageContent content) {
        StringBuilder all = new StringBuilder(CanonicalJson.write(content.record()));
        try (PDDocument document = Loader.loadPDF(pdf(content).toFile())) {
            all.append(Files.readString(pdf(content), StandardCharsets.ISO_8859_1));
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
                    all.append(new String(stream.createInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all + pages(content);
    }

    private static Path pdf(PackageContent content) {
        return Objects.requireNonNull(content.files().get(PackageContent.PDF));
    }
}
