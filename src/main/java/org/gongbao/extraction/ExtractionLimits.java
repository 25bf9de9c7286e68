package org.gongbao.extraction;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Bounds on what one file may cost, and the profiles by which it is read.
 *
 * @param pages most pages of a document
 * @param unpackedBytes most bytes that the parts of an archive or office file may unpack to
 * @param parts most parts of an archive
 * @param profiles a folder laid over the packed profiles, null for none
 */
public record ExtractionLimits(
        int pages, long unpackedBytes, int parts, @Nullable Path profiles) {

    public static final ExtractionLimits DEFAULT = new ExtractionLimits(20_000, 512L << 20, 2_000);

    /** With the packed profiles. */
    public ExtractionLimits(int pages, long unpackedBytes, int parts) {
        this(pages, unpackedBytes, parts, null);
    }
}
