package org.gongbao.extraction;

/**
 * Bounds on what one file may cost.
 *
 * @param pages most pages of a document
 * @param unpackedBytes most bytes that the parts of an archive or office file may unpack to
 * @param parts most parts of an archive
 */
public record ExtractionLimits(int pages, long unpackedBytes, int parts) {

    public static final ExtractionLimits DEFAULT = new ExtractionLimits(20_000, 512L << 20, 2_000);
}
