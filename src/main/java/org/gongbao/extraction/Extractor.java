package org.gongbao.extraction;

import java.nio.file.Path;

/**
 * Reads one family of formats. Found by {@link java.util.ServiceLoader}; adding a format touches no other.
 *
 * <p>Imperfect input gives a text with findings. Only a file that cannot be read at all is refused.
 */
public interface Extractor {

    /** Whether it reads files of this media type, as sniffed from the bytes. */
    boolean reads(String mediaType);

    /**
     * Reads the file.
     *
     * @throws UnreadableFileException when nothing of it can be read: encrypted, damaged, too large
     */
    ExtractedText extract(Path file, String mediaType, ExtractionLimits limits);

    /**
     * Reads the file page by page where pages must be recognised from images, so that a later try goes on where an earlier
     * one stopped.
     *
     * @param pages results of earlier tries, and where to keep further ones
     */
    default ExtractedText extract(Path file, String mediaType, ExtractionLimits limits, WorkerTask.Pages pages) {
        return extract(file, mediaType, limits);
    }

    /**
     * Reads what stands at the head of the file and keeps nothing of it: of paged formats the first pages alone, of a page
     * without text the head of its image. Formats that cannot be read in part are read whole.
     *
     * @param pages told how far the work is; never given a result
     */
    default ExtractedText head(Path file, String mediaType, ExtractionLimits limits, WorkerTask.Pages pages) {
        return extract(file, mediaType, limits);
    }
}
