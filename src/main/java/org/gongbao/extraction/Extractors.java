package org.gongbao.extraction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.gongbao.record.Finding;

/**
 * The way in: looks at the bytes of a file, finds the extractor of their format and reads them.
 *
 * <p>A file gives a text or an {@link UnreadableFileException}, whatever a parser stumbles over. Safe for use by several
 * threads.
 */
public final class Extractors {

    private static final List<Extractor> ALL =
            ServiceLoader.load(Extractor.class, Extractors.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private Extractors() {}

    /** Reads a file that still bears its own name. */
    public static ExtractedText extract(Path file, ExtractionLimits limits) {
        Path name = file.getFileName();
        return extract(file, name == null ? "" : name.toString(), limits);
    }

    /**
     * Reads a file.
     *
     * @param name the name that it came with; a name that lies about its format is a finding
     */
    public static ExtractedText extract(Path file, String name, ExtractionLimits limits) {
        return extract(file, name, limits, WorkerTask.Pages.NONE);
    }

    /**
     * Reads a file in a worker.
     *
     * @param pages results of earlier tries, and where to keep further ones
     */
    public static ExtractedText extract(Path file, String name, ExtractionLimits limits, WorkerTask.Pages pages) {
        String mediaType = MediaTypes.sniff(file);
        Extractor extractor = find(mediaType, name);
        ExtractedText text = guarded(mediaType, () -> extractor.extract(file, mediaType, limits, pages));
        Optional<Finding> difference = NameExtensions.difference(name, mediaType);
        return difference.isEmpty() ? text : withFirst(difference.get(), text);
    }

    /**
     * Reads the head of a file ({@link Extractor#head}); of the files of an archive, the head of each.
     *
     * @param pages told how far the work is; never given a result
     */
    public static ExtractedText head(Path file, String name, ExtractionLimits limits, WorkerTask.Pages pages) {
        String mediaType = MediaTypes.sniff(file);
        Extractor extractor = find(mediaType, name);
        return guarded(mediaType, () -> extractor.head(file, mediaType, limits, pages));
    }

    private static Extractor find(String mediaType, String name) {
        return ALL.stream()
                .filter(extractor -> extractor.reads(mediaType))
                .findFirst()
                .orElseThrow(() -> Refusals.of(mediaType, name));
    }

    /** Parsers of others fail in many ways on hostile bytes; to the caller all of them are an unreadable file. */
    private static ExtractedText guarded(String mediaType, Supplier<ExtractedText> reading) {
        try {
            return reading.get();
        } catch (UnreadableFileException e) {
            throw e;
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw unreadable("file.too-complex", "its parts are nested too deep or too large to be read", mediaType, e);
        } catch (RuntimeException e) {
            throw unreadable("file.damaged", "it cannot be parsed (" + reason(e) + ")", mediaType, e);
        }
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        for (int i = 0; i < 8 && root.getCause() != null; i++) {
            root = root.getCause();
        }
        String message = root.getMessage() == null ? "" : root.getMessage();
        return message.lines().findFirst().orElse(root.getClass().getSimpleName());
    }

    private static UnreadableFileException unreadable(String code, String why, String mediaType, Throwable cause) {
        UnreadableFileException unreadable = new UnreadableFileException(
                code,
                "a file that begins as " + Refusals.words(mediaType) + " came, but " + why + "; expected a whole one");
        unreadable.initCause(cause);
        return unreadable;
    }

    private static ExtractedText withFirst(Finding finding, ExtractedText text) {
        List<Finding> findings = new ArrayList<>();
        findings.add(finding);
        findings.addAll(text.findings());
        return new ExtractedText(
                text.mediaType(), text.charset(), text.pages(), text.blocks(), text.metadata(), text.parts(), findings);
    }
}
