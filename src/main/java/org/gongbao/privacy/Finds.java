package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongbao.record.PersonalDatum;

/**
 * What has been found in a text so far (已识别片段), in order and without overlap: what is found first stays. The text is folded,
 * one character for one, so that digits are the same in every width.
 */
final class Finds {

    /** Characters of context before a place in which cues count. */
    static final int CONTEXT = 160;

    /** Stands in place of what was found, so that its words are no cues for others. */
    private static final char GONE = '\u0001';

    private final String original;
    private final String text;
    private final StringBuilder rest;
    private final PrivacyLists lists;
    private final TreeMap<Integer, PersonalDatum> found = new TreeMap<>();
    private final TreeMap<Integer, Integer> codes = new TreeMap<>();
    private final TreeMap<Integer, Integer> offices = new TreeMap<>();

    Finds(String original, PrivacyLists lists) {
        this.original = original;
        this.text = Widths.fold(original);
        this.rest = new StringBuilder(text);
        this.lists = lists;
    }

    String text() {
        return text;
    }

    PrivacyLists lists() {
        return lists;
    }

    /** Marks a place, without the blanks at its ends, unless some of it is marked already. */
    boolean add(String kind, int from, int to) {
        return add(kind, from, to, lists.kind(kind).action());
    }

    boolean add(String kind, int from, int to, String action) {
        int start = from;
        int end = to;
        while (start < end && Widths.isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && Widths.isBlank(text.charAt(end - 1))) {
            end--;
        }
        Map.Entry<Integer, PersonalDatum> before = found.lowerEntry(end);
        if (start == end || before != null && before.getValue().end() > start) {
            return false;
        }
        found.put(start, new PersonalDatum(kind, start, end, lists.kind(kind).confidence(), action));
        for (int i = start; i < end; i++) {
            rest.setCharAt(i, GONE);
        }
        return true;
    }

    /** Says that a place holds the code of an organisation. */
    void code(int start, int end) {
        codes.put(start, end);
    }

    boolean isCode(int start) {
        return isIn(codes, start);
    }

    private static boolean isIn(TreeMap<Integer, Integer> places, int place) {
        Map.Entry<Integer, Integer> before = places.floorEntry(place);
        return before != null && before.getValue() > place;
    }

    /** Says that a place holds what an office writes of itself. */
    void office(int start, int end) {
        offices.put(start, end);
    }

    boolean isTaken(int start, int end) {
        Map.Entry<Integer, PersonalDatum> before = found.lowerEntry(end);
        return before != null && before.getValue().end() > start;
    }

    /** The characters before a place, without what was found in them. */
    String before(int start, int characters) {
        return rest.substring(Math.max(0, start - characters), start);
    }

    /** The line that a place is in, without what was found in it. */
    String line(int place) {
        int start = text.lastIndexOf('\n', Math.max(0, place - 1)) + 1;
        int end = text.indexOf('\n', place);
        int stop = end < 0 ? text.length() : end;
        return rest.substring(Math.max(start, place - 4 * CONTEXT), Math.min(stop, place + 4 * CONTEXT));
    }

    /** Whether something of the kinds was found not long before a place. */
    boolean isNear(int start, int characters, List<String> kinds) {
        for (PersonalDatum datum : found.headMap(start, false).descendingMap().values()) {
            if (datum.end() < start - characters) {
                return false;
            }
            if (kinds.contains(datum.kind())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the nearest cue before a place speaks of a private person, not of an office. */
    boolean isPrivate(int start) {
        if (isIn(offices, start)) {
            return false;
        }
        String before = before(start, CONTEXT);
        int person = Widths.last(lists.cue("private"), before);
        return person >= 0 && person > Widths.last(lists.cue("office"), before);
    }

    boolean isOffice(int start) {
        return isIn(offices, start) || lists.says("office", before(start, CONTEXT));
    }

    /** What was found of the kinds, in order, with places in the text. */
    List<PersonalDatum> places(List<String> kinds) {
        return found.values().stream()
                .filter(datum -> kinds.contains(datum.kind()))
                .toList();
    }

    /** All that was found, with places in code points of the original. */
    List<PersonalDatum> inCodePoints() {
        List<PersonalDatum> counted = new ArrayList<>();
        int at = 0;
        int points = 0;
        for (PersonalDatum datum : found.values()) {
            points += original.codePointCount(at, datum.start());
            int length = original.codePointCount(datum.start(), datum.end());
            counted.add(new PersonalDatum(datum.kind(), points, points + length, datum.confidence(), datum.action()));
            points += length;
            at = datum.end();
        }
        return counted;
    }
}
