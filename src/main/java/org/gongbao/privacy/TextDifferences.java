package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Where two texts differ (差异), by the shortest script of insertions and deletions (Myers 1986). */
final class TextDifferences {

    /** Texts with more insertions and deletions than this are another text: one difference then. */
    private static final int MOST = 1_000;

    /** Differences with fewer characters between them are one. */
    private static final int NEAR = 4;

    private final ComparedText left;
    private final ComparedText right;

    private TextDifferences(ComparedText left, ComparedText right) {
        this.left = left;
        this.right = right;
    }

    /** A part of the left text that stands for a part of the right one. */
    record Place(int leftFrom, int leftTo, int rightFrom, int rightTo) {}

    static List<Place> of(ComparedText left, ComparedText right) {
        return new TextDifferences(left, right).places();
    }

    private List<Place> places() {
        int least = Math.min(left.length(), right.length());
        int head = 0;
        while (head < least && left.at(head) == right.at(head)) {
            head++;
        }
        int tail = 0;
        while (tail < least - head && left.at(left.length() - 1 - tail) == right.at(right.length() - 1 - tail)) {
            tail++;
        }
        int leftEnd = left.length() - tail;
        int rightEnd = right.length() - tail;
        if (head == leftEnd && head == rightEnd) {
            return List.of();
        }
        return joined(script(head, leftEnd, rightEnd));
    }

    private List<Place> script(int head, int leftEnd, int rightEnd) {
        int n = leftEnd - head;
        int m = rightEnd - head;
        List<int[]> rounds = new ArrayList<>();
        int most = Math.min(MOST, n + m);
        int[] furthest = new int[2 * most + 3];
        for (int d = 0; d <= most; d++) {
            rounds.add(furthest.clone());
            for (int k = -d; k <= d; k += 2) {
                int x = isDown(furthest, k, d, most) ? furthest[most + k + 2] : furthest[most + k] + 1;
                int y = x - k;
                while (x < n && y < m && left.at(head + x) == right.at(head + y)) {
                    x++;
                    y++;
                }
                furthest[most + k + 1] = x;
                if (x >= n && y >= m) {
                    return back(rounds, d, n, m, head, most);
                }
            }
        }
        return List.of(new Place(head, leftEnd, head, rightEnd));
    }

    private static boolean isDown(int[] furthest, int k, int d, int most) {
        return k == -d || k != d && furthest[most + k] < furthest[most + k + 2];
    }

    private static List<Place> back(List<int[]> rounds, int last, int n, int m, int head, int most) {
        List<Place> places = new ArrayList<>();
        int x = n;
        int y = m;
        for (int d = last; d > 0; d--) {
            int[] furthest = rounds.get(d);
            int k = x - y;
            boolean down = isDown(furthest, k, d, most);
            int before = down ? k + 1 : k - 1;
            int beforeX = furthest[most + before + 1];
            int beforeY = beforeX - before;
            places.add(
                    down
                            ? new Place(head + beforeX, head + beforeX, head + beforeY, head + beforeY + 1)
                            : new Place(head + beforeX, head + beforeX + 1, head + beforeY, head + beforeY));
            x = beforeX;
            y = beforeY;
        }
        Collections.reverse(places);
        return places;
    }

    private static List<Place> joined(List<Place> script) {
        List<Place> joined = new ArrayList<>();
        for (Place place : script) {
            Place last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && place.leftFrom() - last.leftTo() < NEAR && place.rightFrom() - last.rightTo() < NEAR) {
                joined.set(
                        joined.size() - 1,
                        new Place(last.leftFrom(), place.leftTo(), last.rightFrom(), place.rightTo()));
            } else {
                joined.add(place);
            }
        }
        return joined;
    }
}
