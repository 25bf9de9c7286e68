package org.gongbao.extraction;

import org.gongbao.record.Finding;

/**
 * What a file with pages holds that no reader of its pages sees (隐藏内容). It is left out of the text with a finding, and a
 * copy of the pages would carry it along: whoever publishes asks here.
 */
public enum HiddenContent {
    /** Invisible characters, or white ones on white. */
    TEXT_HIDDEN("text-hidden"),

    TEXT_TINY("text-tiny"),
    TEXT_OUTSIDE_PAGE("text-outside-page"),

    /** An invisible layer that stands for a picture; it may say something else. */
    TEXT_LAYER_OVER_IMAGE("text-layer-over-image"),

    /** Under a box or a picture drawn over it. */
    TEXT_COVERED("text-covered"),

    /** Drawn on a layer that is switched off. */
    OPTIONAL_CONTENT("optional-content");

    private final String name;

    HiddenContent(String name) {
        this.name = name;
    }

    /** Code of its finding in a format, such as {@code pdf.text-hidden}. */
    String code(String format) {
        return format + "." + name;
    }

    /** Whether a finding speaks of hidden content. */
    public static boolean isNamedBy(Finding finding) {
        for (HiddenContent kind : values()) {
            if (kind.isNamed(finding)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a finding speaks of hidden content of this kind. */
    public boolean isNamed(Finding finding) {
        return finding.code().substring(finding.code().indexOf('.') + 1).equals(name);
    }
}
