package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongbao.record.Finding;

/** Decides where the text of a page comes from: its characters, an invisible layer over a scan, or its image. */
final class PageSource {

    /** A page with fewer characters than this over a picture is a scan with a stamp or a page number. */
    private static final int FEW = 20;

    private static final double SCAN = 0.5;
    private static final double PICTURE = 0.02;

    private final List<Glyph> glyphs;
    private final boolean textless;
    private boolean recognised;
    private final Optional<Finding> finding;

    private PageSource(List<Glyph> glyphs, boolean textless, Optional<Finding> finding) {
        this.glyphs = glyphs;
        this.textless = textless;
        this.finding = finding;
    }

    static PageSource of(PageContent content) {
        boolean scan = content.picturesCover(SCAN);
        List<Glyph> glyphs = content.glyphs;
        Optional<Finding> finding = Optional.empty();
        if (!content.invisible.isEmpty()) {
            if (scan) {
                glyphs = new ArrayList<>(content.glyphs);
                glyphs.addAll(content.invisible);
                finding = Optional.of(
                        Finding.info(
                                HiddenContent.TEXT_LAYER_OVER_IMAGE.code("pdf"),
                                "The text is an invisible layer over a picture of the page; whether the two agree was not checked."));
            } else {
                content.add(Finding.warning(
                                HiddenContent.TEXT_HIDDEN.code("pdf"),
                                "Invisible text is not over a picture and was left out.")
                        .quoting(quote(content.invisible)));
            }
        }
        long letters = glyphs.stream().filter(glyph -> !glyph.isBlank()).count();
        if (letters + content.unmapped > 0 && TextUsability.isGarbled(glyphs, content.unmapped)) {
            return without(content, glyphs, "Its characters do not say what they mean");
        }
        boolean empty = letters == 0 && content.marked && (content.picturesCover(PICTURE) || content.rulings.isEmpty());
        if (empty || letters < FEW && scan) {
            return without(
                    content,
                    glyphs,
                    letters == 0 ? "It has a picture but no characters" : "It is a picture with few characters");
        }
        return new PageSource(glyphs, false, finding);
    }

    private static PageSource without(PageContent content, List<Glyph> glyphs, String reason) {
        if (content.picturesCover(SCAN) && content.invisible.stream().anyMatch(glyph -> !glyph.isBlank())) {
            content.add(Finding.warning(
                    HiddenContent.TEXT_HIDDEN.code("pdf"),
                    "An invisible layer over the picture says something else or too little and was left out."));
        }
        return new PageSource(
                glyphs,
                true,
                Optional.of(Finding.warning(
                        "pdf.page-without-text", "The page has no usable text. " + reason + "; text was expected.")));
    }

    private static String quote(List<Glyph> glyphs) {
        StringBuilder quote = new StringBuilder();
        glyphs.stream().limit(60).forEach(glyph -> quote.append(glyph.text));
        return quote.toString();
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    boolean isTextless() {
        return textless;
    }

    /** Notes that the page was recognised from its image after all. */
    void recognised() {
        recognised = true;
    }

    Optional<Finding> finding() {
        return recognised
                ? Optional.of(Finding.info(
                        "pdf.page-recognised", "The page has no usable text; its text was recognised from its image."))
                : finding;
    }
}
