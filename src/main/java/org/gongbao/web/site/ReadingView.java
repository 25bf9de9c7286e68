package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongbao.publication.PublicPages;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.web.site.TextRuns.Mark;
import org.gongbao.web.site.TextRuns.Run;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document beside the pages of its public file (图文对照).
 *
 * @param places the address of where the text stands on the pages; null where there are no pictures of them
 */
record ReadingView(
        List<Part> parts, List<Picture> pictures, @Nullable String places) {

    /**
     * A block of the text.
     *
     * @param number its place among all, from 1
     * @param before pages that begin before it
     */
    record Part(int number, TextView.Block block, List<Run> before, List<Run> lead, List<Run> text) {

        /** The fragment by which it is cited. */
        public String anchor() {
            return "p_" + number;
        }

        /** The fragment of the element itself: that of its section where it is one's beginning. */
        public String id() {
            return block.anchor() == null ? anchor() : block.anchor();
        }

        public boolean hasOwnAnchor() {
            return block.anchor() != null;
        }
    }

    /** The picture of a page. */
    record Picture(int number, String address, int width, int height, double pageWidth, double pageHeight) {}

    static ReadingView of(PublishedDocument document, TextView text) {
        PublicPages pages = PublicPages.of(document.content()).orElse(new PublicPages(List.of()));
        List<Mark> marks = new ArrayList<>(TextMarks.pages(pages));
        marks.addAll(TextMarks.repairs(document.record()));
        marks.addAll(CitedLinks.of(document));
        TextRuns runs = new TextRuns(marks);
        List<Part> parts = new ArrayList<>();
        for (TextView.Block block : text.blocks()) {
            parts.add(part(parts.size() + 1, block, runs));
        }
        List<Picture> pictures =
                pages.pictured().stream().map(sheet -> picture(document, sheet)).toList();
        String places = "/doc/" + document.uid() + "/pages.json?v=" + document.version();
        return new ReadingView(parts, pictures, pictures.isEmpty() ? null : places);
    }

    private static Part part(int number, TextView.Block block, TextRuns runs) {
        if (block.table() != null) {
            int end = block.rows().stream().mapToInt(Integer::intValue).max().orElse(block.start());
            List<Run> before = runs.pagesBefore(Math.max(end, block.start()) + 1);
            return new Part(number, block, before, List.of(), List.of());
        }
        String lead = block.lead();
        return new Part(
                number,
                block,
                runs.pagesBefore(block.start()),
                runs.of(lead, block.start()),
                runs.of(block.text(), block.start() + lead.codePointCount(0, lead.length())));
    }

    private static Picture picture(PublishedDocument document, PublicPages.Sheet sheet) {
        PublicPages.Image image = Objects.requireNonNull(sheet.image());
        String type = image.name().substring(image.name().lastIndexOf('.'));
        String address = "/doc/" + document.uid() + "/pages/" + sheet.number() + type + "?v=" + document.version();
        return new Picture(sheet.number(), address, image.width(), image.height(), sheet.width(), sheet.height());
    }

    boolean hasLinks() {
        return parts.stream().flatMap(part -> part.text().stream()).anyMatch(run -> run.kind() == TextRuns.Kind.LINK);
    }

    /** Whether a page has a picture to see a claim's box on. */
    public boolean shows(@Nullable Integer page) {
        return page != null && pictures.stream().anyMatch(picture -> picture.number() == page);
    }
}
