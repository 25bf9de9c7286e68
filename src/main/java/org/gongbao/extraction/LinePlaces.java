package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongbao.record.Box;
import org.gongbao.record.Place;

/** The lines of a file in their order, each with its place, and finds again the line that a place was bound to. */
final class LinePlaces {

    /** Of so many characters one may be read otherwise than before. */
    private static final int CHARACTERS_A_CHANGE = 5;

    private final List<ReadLine> lines = new ArrayList<>();

    LinePlaces(ExtractedText text) {
        for (Block block : text.blocks()) {
            if (block instanceof Paragraph paragraph) {
                paragraph.lines().forEach(line -> lines.add(new ReadLine(lines.size(), line)));
            }
        }
    }

    /** A line and how many come before it. */
    record ReadLine(int order, Line line) {}

    List<ReadLine> all() {
        return List.copyOf(lines);
    }

    /**
     * The line at a place: where it stands as it was read before, or nearly so; or the only one of its page that reads like it.
     * Empty where that is not certain.
     */
    Optional<ReadLine> find(Place place, Place.Read read) {
        List<ReadLine> onPage = lines.stream()
                .filter(each -> Objects.equals(each.line().page(), place.page()))
                .toList();
        List<ReadLine> same = onPage.stream()
                .filter(each -> each.line().text().strip().equals(read.seen().strip()))
                .toList();
        return same.stream()
                .filter(each -> isThere(each, place, read))
                .findFirst()
                .or(() -> same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty())
                .or(() -> onPage.stream()
                        .filter(each -> isThere(each, place, read)
                                && isNear(read.seen(), each.line().text()))
                        .findFirst());
    }

    private static boolean isThere(ReadLine each, Place place, Place.Read read) {
        Box now = each.line().box();
        Box then = place.box();
        return now == null || then == null ? each.order() == read.order() : holdsMiddle(now, then);
    }

    private static boolean holdsMiddle(Box box, Box other) {
        double x = other.x() + other.width() / 2;
        double y = other.y() + other.height() / 2;
        return x >= box.x() && x <= box.right() && y >= box.y() && y <= box.bottom();
    }

    private static boolean isNear(String before, String now) {
        int allowed = Math.max(1, before.length() / CHARACTERS_A_CHANGE);
        return before.length() >= CHARACTERS_A_CHANGE && CharacterChanges.between(before, now) <= allowed;
    }

    static Place placeOf(ReadLine each) {
        Line line = each.line();
        return new Place(line.page(), line.box(), new Place.Read(line.text(), each.order(), null));
    }
}
