package org.gongbao.privacy;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.gongbao.extraction.Line;
import org.gongbao.extraction.Page;
import org.gongbao.extraction.PageRecogniser;
import org.gongbao.record.Box;
import org.jspecify.annotations.Nullable;

/**
 * Reads the finished picture of a page once more (图像复读): where values stand on a scan is known by recognition alone, which
 * may have misplaced them.
 */
final class LegibleCheck {

    private final Removals removals;
    private final @Nullable PageRecogniser recogniser;

    LegibleCheck(Removals removals, @Nullable PageRecogniser recogniser) {
        this.removals = removals;
        this.recogniser = recogniser;
    }

    /** With the recogniser that is installed. */
    static LegibleCheck of(Removals removals) {
        return new LegibleCheck(
                removals, ServiceLoader.load(PageRecogniser.class).findFirst().orElse(null));
    }

    /** The lines of a page that show a value; the whole page where it reads only when it is turned. */
    List<Box> boxes(BufferedImage image, Page page) {
        if (recogniser == null) {
            return List.of();
        }
        PageRecogniser.Recognised read = recogniser.recognise(image, page.number(), page.width(), page.height());
        List<Line> lines = Stream.concat(
                        read.lines().stream(),
                        read.tables().stream()
                                .flatMap(table -> table.rows().stream())
                                .flatMap(List::stream)
                                .map(cell -> new Line(cell.text(), page.number(), cell.box(), cell.confidence())))
                .toList();
        List<Box> boxes = new ArrayList<>();
        for (Line line : lines) {
            if (line.box() != null && removals.isIn(line.text())) {
                boxes.add(read.turned() == 0 ? line.box() : new Box(0, 0, page.width(), page.height()));
            }
        }
        return boxes;
    }
}
