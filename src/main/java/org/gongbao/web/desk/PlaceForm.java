package org.gongbao.web.desk;

import java.util.List;
import java.util.stream.Stream;
import org.gongbao.ingest.WorkingDocuments.DrawnPage;
import org.gongbao.record.Box;
import org.gongbao.record.Place;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;

/** A box on a page as a form sends it, drawn or typed; all empty where nobody pointed at a place. */
record PlaceForm(
        @Nullable Integer page,
        @Nullable Double x,
        @Nullable Double y,
        @Nullable Double width,
        @Nullable Double height) {

    /**
     * The place; null for none.
     *
     * @throws Refusal where a part is missing, or the box is not on the page
     */
    @Nullable
    Place place(List<DrawnPage> pages) {
        if (Stream.of(x, y, width, height).allMatch(part -> part == null)) {
            return null;
        }
        if (page == null || x == null || y == null || width == null || height == null) {
            throw Refusal.badRequest("desk.box");
        }
        Box box = new Box(x, y, width, height);
        boolean isOnPage = pages.stream().anyMatch(drawn -> drawn.number() == page && holds(drawn, box));
        if (!isOnPage) {
            throw Refusal.badRequest("desk.box");
        }
        return Place.on(page, box);
    }

    private static boolean holds(DrawnPage page, Box box) {
        return box.x() >= 0
                && box.y() >= 0
                && box.width() > 0
                && box.height() > 0
                && box.right() <= page.width() + 1
                && box.bottom() <= page.height() + 1;
    }
}
