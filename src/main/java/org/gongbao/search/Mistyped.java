package org.gongbao.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Words of titles that are all but what was typed (打错的字): a letter or a character is wrong, lost, too many, or has changed places
 * with its neighbour.
 *
 * @param units what was typed, by letters or by characters
 * @param edits so many mistakes at the most
 */
record Mistyped(List<String> units, int edits) {

    /** Of fewer letters or characters too much is like too much. */
    private static final int FEWEST_LETTERS = 5;

    private static final int FEWEST_CHARACTERS = 4;

    /** From here on two mistakes are still a mistake. */
    private static final int MANY_LETTERS = 9;

    private static final int MANY_CHARACTERS = 8;

    private static final int LONGEST = 30;

    /** A run of a title and how far it is from what was typed. */
    record Near(String words, int distance) {}

    /** Typed letters, which may spell something (拼音); empty where they are too few or too many. */
    static Optional<Mistyped> letters(String letters) {
        return of(letters, FEWEST_LETTERS, MANY_LETTERS);
    }

    /** Typed characters. */
    static Optional<Mistyped> characters(String text) {
        return of(text, FEWEST_CHARACTERS, MANY_CHARACTERS);
    }

    private static Optional<Mistyped> of(String text, int fewest, int many) {
        List<String> units = split(text);
        return units.size() < fewest || units.size() > LONGEST
                ? Optional.empty()
                : Optional.of(new Mistyped(units, units.size() < many ? 1 : 2));
    }

    private static List<String> split(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    /** Pieces of so many units each, by which the index finds what may be near. */
    List<String> pieces(int length) {
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i + length <= units.size(); i++) {
            pieces.add(String.join("", units.subList(i, i + length)));
        }
        return pieces.stream().distinct().toList();
    }

    /** How many of the pieces are left by so many mistakes. */
    int left(List<String> pieces, int length) {
        return Math.max(length - 1, pieces.size() - edits * (length + 1));
    }

    /** The run of a spelled title that is spelled nearest to the letters. */
    Optional<Near> nearest(Spelling title) {
        return nearest(title.text(), title.syllables());
    }

    /** The run of a title that is written nearest to the characters. */
    Optional<Near> nearest(String title) {
        return nearest(title, title.chars().mapToObj(Character::toString).toList());
    }

    /** @param parts what stands for each character of the title, empty for one that ends a run */
    private Optional<Near> nearest(String title, List<String> parts) {
        Near nearest = null;
        for (int start = 0; start < parts.size(); start++) {
            StringBuilder run = new StringBuilder();
            for (int end = start; end < parts.size() && !parts.get(end).isEmpty(); end++) {
                run.append(parts.get(end));
                if (run.length() > units.size() + edits) {
                    break;
                }
                int distance = run.length() < units.size() - edits ? edits + 1 : distance(split(run.toString()));
                if (distance > 0 && distance <= edits && (nearest == null || distance < nearest.distance())) {
                    nearest = new Near(title.substring(start, end + 1), distance);
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Edits between what was typed and other units, where neighbours that changed places are one (optimal string alignment). */
    private int distance(List<String> other) {
        int[] twoAbove = new int[other.size() + 1];
        int[] above = new int[other.size() + 1];
        Arrays.setAll(above, column -> column);
        for (int row = 1; row <= units.size(); row++) {
            int[] line = new int[other.size() + 1];
            line[0] = row;
            for (int column = 1; column <= other.size(); column++) {
                String typed = units.get(row - 1);
                String meant = other.get(column - 1);
                int changed = above[column - 1] + (typed.equals(meant) ? 0 : 1);
                line[column] = Math.min(changed, 1 + Math.min(above[column], line[column - 1]));
                if (row > 1
                        && column > 1
                        && typed.equals(other.get(column - 2))
                        && units.get(row - 2).equals(meant)) {
                    line[column] = Math.min(line[column], twoAbove[column - 2] + 1);
                }
            }
            twoAbove = above;
            above = line;
        }
        return above[other.size()];
    }
}
