package org.gongbao.review;

/**
 * Bounds of a submission bundle.
 *
 * @param bytes most bytes of the body, and of all files unpacked
 * @param fileBytes most bytes of one file
 * @param files most files
 * @param jsonBytes most bytes of what describes them, without the files
 */
public record BundleLimits(long bytes, long fileBytes, int files, int jsonBytes) {

    public static final BundleLimits DEFAULT = new BundleLimits(512L << 20, 200L << 20, 100, 256 << 10);
}
