package org.gongbao.privacy;

import java.util.Set;

/** Findings that say that a file holds something which its pages do not show. */
final class HiddenContent {

    private static final Set<String> CODES =
            Set.of("pdf.hidden-text", "pdf.optional-content", "pdf.text-outside-page", "pdf.text-layer-over-image");

    private HiddenContent() {}

    static boolean isIn(String code) {
        return CODES.contains(code);
    }
}
