package org.gongbao.web.site;

import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;

/** The difference of two texts (差异): line by line, and in a line that was changed, run of characters by run. */
final class TextDifference {

    /** Lines beside a change that are shown with it. */
    private static final int CONTEXT = 1;

    /** Code points of a line of which single characters are compared; a longer one is shown as gone and come. */
    private static final int LONGEST = 4_000;

    /** Characters that must stay the same, in tenths, or a line is another line. */
    private static final int SAME_TENTHS = 3;

    private TextDifference() {}

    /** What became of something. */
    enum Kind {
        SAME,
        REMOVED,
        ADDED,
        CHANGED,
        /** Lines that are the same and not shown. */
        GAP
    }

    /** A piece of a line. */
    record Run(Kind kind, String text) {}

    /**
     * A line.
     *
     * @param count lines that a gap stands for; else 1
     */
    record Line(Kind kind, List<Run> runs, int count) {

        static Line whole(Kind kind, String text) {
            return new Line(kind, List.of(new Run(kind, text)), 1);
        }
    }

    /** What went from a place, and what came there. */
    private record Change(int start, List<String> gone, List<String> come) {

        int end() {
            return start + gone.size();
        }
    }

    /** All lines in their order, with gaps in the place of what did not change; empty where nothing did. */
    static List<Line> of(List<String> before, List<String> after) {
        List<Line> lines = new ArrayList<>();
        int at = 0;
        for (Change change : changes(before, after)) {
            same(before.subList(at, change.start()), at == 0, false, lines);
            changed(change, lines);
            at = change.end();
        }
        if (!lines.isEmpty()) {
            same(before.subList(at, before.size()), false, true, lines);
        }
        return lines;
    }

    /** The algorithm of little memory tells of what went and what came at one place one after the other. */
    private static List<Change> changes(List<String> before, List<String> after) {
        List<Change> changes = new ArrayList<>();
        for (AbstractDelta<String> delta : Patch.generate(
                        before, after, new MyersDiffWithLinearSpace<String>().computeDiff(before, after, null))
                .getDeltas()) {
            int last = changes.size() - 1;
            boolean goesOn =
                    last >= 0 && changes.get(last).end() == delta.getSource().getPosition();
            Change change = goesOn
                    ? changes.remove(last)
                    : new Change(delta.getSource().getPosition(), new ArrayList<>(), new ArrayList<>());
            change.gone().addAll(delta.getSource().getLines());
            change.come().addAll(delta.getTarget().getLines());
            changes.add(change);
        }
        return changes;
    }

    private static void same(List<String> all, boolean isFirst, boolean isLast, List<Line> lines) {
        int head = isFirst ? 0 : Math.min(CONTEXT, all.size());
        int tail = isLast ? 0 : Math.min(CONTEXT, all.size() - head);
        all.subList(0, head).forEach(line -> lines.add(Line.whole(Kind.SAME, line)));
        int left = all.size() - head - tail;
        if (left > 0) {
            lines.add(new Line(Kind.GAP, List.of(), left));
        }
        all.subList(all.size() - tail, all.size()).forEach(line -> lines.add(Line.whole(Kind.SAME, line)));
    }

    private static void changed(Change change, List<Line> lines) {
        List<String> gone = change.gone();
        List<String> come = change.come();
        int pairs = Math.min(gone.size(), come.size());
        for (int i = 0; i < pairs; i++) {
            pair(gone.get(i), come.get(i), lines);
        }
        gone.subList(pairs, gone.size()).forEach(line -> lines.add(Line.whole(Kind.REMOVED, line)));
        come.subList(pairs, come.size()).forEach(line -> lines.add(Line.whole(Kind.ADDED, line)));
    }

    private static void pair(String gone, String come, List<Line> lines) {
        List<Run> runs = gone.length() > LONGEST || come.length() > LONGEST ? List.of() : runs(gone, come);
        int same = runs.stream()
                .filter(run -> run.kind() == Kind.SAME)
                .mapToInt(run -> run.text().length())
                .sum();
        if (same * 10 >= Math.max(gone.length(), come.length()) * SAME_TENTHS && same > 0) {
            lines.add(new Line(Kind.CHANGED, runs, 1));
        } else {
            lines.add(Line.whole(Kind.REMOVED, gone));
            lines.add(Line.whole(Kind.ADDED, come));
        }
    }

    /** The runs of characters of a line in both its forms. */
    static List<Run> runs(String gone, String come) {
        List<String> before = characters(gone);
        List<Run> runs = new ArrayList<>();
        int at = 0;
        for (Change change : changes(before, characters(come))) {
            add(Kind.SAME, before.subList(at, change.start()), runs);
            add(Kind.REMOVED, change.gone(), runs);
            add(Kind.ADDED, change.come(), runs);
            at = change.end();
        }
        add(Kind.SAME, before.subList(at, before.size()), runs);
        return runs;
    }

    private static List<String> characters(String line) {
        return line.codePoints().mapToObj(Character::toString).toList();
    }

    private static void add(Kind kind, List<String> characters, List<Run> runs) {
        if (!characters.isEmpty()) {
            runs.add(new Run(kind, String.join("", characters)));
        }
    }
}
