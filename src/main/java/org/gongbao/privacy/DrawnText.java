package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.gongbao.extraction.PlacedCharacter;
import org.gongbao.record.Box;

/** The characters of a page in some order, as one string in which values are looked for (页面字符串). */
final class DrawnText {

    private final StringBuilder bare = new StringBuilder();
    private final List<PlacedCharacter> drawn = new ArrayList<>();

    /** In the order given. */
    DrawnText(List<PlacedCharacter> characters) {
        for (PlacedCharacter character : characters) {
            String text = Removals.bare(character.text());
            for (int i = 0; i < text.length(); i++) {
                bare.append(text.charAt(i));
                drawn.add(character);
            }
        }
    }

    /** Line by line, each from left to right. */
    static DrawnText inLines(List<PlacedCharacter> characters) {
        List<PlacedCharacter> ordered = new ArrayList<>();
        lines(characters).forEach(ordered::addAll);
        return new DrawnText(ordered);
    }

    /** The characters as lines, each from left to right. */
    static List<List<PlacedCharacter>> lines(List<PlacedCharacter> characters) {
        List<PlacedCharacter> downwards = new ArrayList<>(characters);
        downwards.sort(Comparator.comparingDouble(character -> centre(character.box())));
        List<List<PlacedCharacter>> lines = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (PlacedCharacter character : downwards) {
            double at = centre(character.box());
            if (lines.isEmpty() || at - last > character.box().height() / 2) {
                lines.add(new ArrayList<>());
                last = at;
            }
            lines.get(lines.size() - 1).add(character);
        }
        lines.forEach(line -> line.sort(
                Comparator.comparingDouble(character -> character.box().x())));
        return lines;
    }

    private static double centre(Box box) {
        return box.y() + box.height() / 2;
    }

    /** The boxes of the characters of a value, wherever it stands; empty where it does not. */
    List<Box> find(String value) {
        List<Box> boxes = new ArrayList<>();
        String wanted = Removals.bare(value).toLowerCase(Locale.ROOT);
        for (int at = wanted.isEmpty() ? -1 : bare.indexOf(wanted); at >= 0; at = bare.indexOf(wanted, at + 1)) {
            drawn.subList(at, at + wanted.length()).forEach(character -> boxes.add(character.box()));
        }
        return boxes;
    }
}
