package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.List;
import org.gongbao.extraction.PlacedCharacter;
import org.gongbao.record.Box;

/**
 * Where a page is covered (遮盖框): over the characters of values that go. Covers are as large as cells of a fixed net, so
 * that their width does not say how many characters are under them.
 */
final class Covers {

    /** Width and height of the cells, in points: about two characters of text wide. */
    private static final double WIDE = 24;

    private static final double HIGH = 4;

    /** How far ink may go beyond the box of its characters. */
    private static final double BLEED = 1;

    /** How far the middle of a character may stand outside the box of its line. */
    private static final double BESIDE = 1;

    private final List<PlacedCharacter> characters;
    private final List<Box> boxes = new ArrayList<>();

    /** @param characters of the page; none where it was recognised from its image */
    Covers(List<PlacedCharacter> characters) {
        this.characters = characters;
    }

    List<Box> boxes() {
        return boxes;
    }

    /** Covers the whole of a line or cell. */
    void whole(Box box) {
        double left = Math.floor((box.x() - BLEED) / WIDE) * WIDE;
        double top = Math.floor((box.y() - BLEED) / HIGH) * HIGH;
        double right = Math.ceil((box.right() + BLEED) / WIDE) * WIDE;
        double bottom = Math.ceil((box.bottom() + BLEED) / HIGH) * HIGH;
        boxes.add(new Box(left, top, right - left, bottom - top));
    }

    /** Covers parts of a line or cell; the whole of it, where they are not found among its characters. */
    void parts(RedactedText.Touched touched) {
        List<PlacedCharacter> inside = characters.stream()
                .filter(character -> isIn(character.box(), touched.box()))
                .toList();
        List<DrawnText> orders = List.of(new DrawnText(inside), DrawnText.inLines(inside));
        for (String part : touched.parts()) {
            List<Box> found = new ArrayList<>();
            orders.forEach(order -> found.addAll(order.find(part)));
            if (found.isEmpty()) {
                whole(touched.box());
            }
            found.forEach(this::whole);
        }
    }

    /** Covers a value wherever else it is drawn, such as in a running head. */
    void everywhere(Removals removals) {
        List<DrawnText> orders = List.of(new DrawnText(characters), DrawnText.inLines(characters));
        removals.values()
                .forEach(value -> orders.forEach(order -> order.find(value).forEach(this::whole)));
    }

    /** The lines of what can still be read, cells parted by tabs. */
    String uncovered() {
        List<PlacedCharacter> left = characters.stream()
                .filter(character -> boxes.stream().noneMatch(box -> isIn(character.box(), box)))
                .toList();
        StringBuilder text = new StringBuilder();
        for (List<PlacedCharacter> line : DrawnText.lines(left)) {
            double right = Double.MAX_VALUE;
            for (PlacedCharacter character : line) {
                text.append(character.box().x() - right > character.box().height() / 2 ? "\t" : "");
                text.append(character.text());
                right = character.box().right();
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static boolean isIn(Box character, Box area) {
        double x = character.x() + character.width() / 2;
        double y = character.y() + character.height() / 2;
        return x >= area.x() - BESIDE
                && x <= area.right() + BESIDE
                && y >= area.y() - BESIDE
                && y <= area.bottom() + BESIDE;
    }
}
