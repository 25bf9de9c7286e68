package org.gongbao.publication;

/**
 * Why a public document is corrected (更正).
 *
 * @param reason as the public reads it beside the versions
 * @param isForPrivacy whether the earlier versions are public no more, and their bytes go: what was corrected must not be
 *     read there
 */
public record PublicCorrection(String reason, boolean isForPrivacy) {

    public PublicCorrection {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a correction needs a reason that the public may read");
        }
    }
}
