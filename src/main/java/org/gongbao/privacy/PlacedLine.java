package org.gongbao.privacy;

import org.gongbao.record.Box;

/** Words and where they stand on a page. */
record PlacedLine(String text, int page, Box box) {

    /** A part of it, its place in proportion to its characters. */
    PlacedLine part(int from, int to) {
        double each = box.width() / Math.max(1, text.length());
        return new PlacedLine(
                text.substring(from, to),
                page,
                new Box(box.x() + from * each, box.y(), (to - from) * each, box.height()));
    }
}
