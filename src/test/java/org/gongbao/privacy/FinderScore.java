package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gongbao.privacy.MarkedPaper.Truth;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.PersonalDatum;

/** Counts what was found rightly, wrongly, and not at all, by kind. */
final class FinderScore {

    private static final class Counts {
        private int right;
        private int wrong;
        private int missed;

        private double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }

        private double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }
    }

    private final Map<String, Counts> kinds = new TreeMap<>();
    private final Counts all = new Counts();
    private final List<String> faults = new ArrayList<>();

    /** Compares what is marked in the record with what the paper is known to hold; what is kept does not count. */
    void add(MarkedPaper paper, DocumentRecord record) {
        String text = record.text();
        int[] places = places(text);
        List<Truth> open = new ArrayList<>(paper.truths());
        for (PersonalDatum datum : record.personalData()) {
            if (datum.action().equals("keep")) {
                continue;
            }
            int start = places[text.offsetByCodePoints(0, datum.start())];
            int end = places[text.offsetByCodePoints(0, datum.end())];
            Truth met = open.stream()
                    .filter(truth -> agrees(truth, datum.kind(), start, end))
                    .findFirst()
                    .orElse(null);
            if (met == null) {
                of(datum.kind()).wrong++;
                all.wrong++;
                faults.add("wrong " + datum.kind() + " in " + paper.name() + ": " + around(text, datum));
            } else {
                open.remove(met);
                of(datum.kind()).right++;
                all.right++;
            }
        }
        for (Truth truth : open) {
            of(truth.kind()).missed++;
            all.missed++;
            faults.add("missed " + truth.kind() + " in " + paper.name() + ": "
                    + MarkedPaper.unblank(text).substring(Math.max(0, truth.start() - 25), truth.start()) + "【"
                    + MarkedPaper.unblank(text).substring(truth.start(), truth.end()) + "】");
        }
    }

    /** Numbers must be met to the digit; a home may lack or have more by a fifth. */
    private static boolean agrees(Truth truth, String kind, int start, int end) {
        if (!truth.kind().equals(kind)) {
            return false;
        }
        int both = Math.min(end, truth.end()) - Math.max(start, truth.start());
        int either = Math.max(end, truth.end()) - Math.min(start, truth.start());
        return kind.equals("address") ? both >= 0.8 * either : both == either;
    }

    private Counts of(String kind) {
        return kinds.computeIfAbsent(kind, key -> new Counts());
    }

    /** For every offset, how many characters before it are not blank. */
    private static int[] places(String text) {
        int[] places = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            places[i + 1] = places[i] + (MarkedPaper.isBlank(text.charAt(i)) ? 0 : 1);
        }
        return places;
    }

    private static String around(String text, PersonalDatum datum) {
        int start = text.offsetByCodePoints(0, datum.start());
        int end = text.offsetByCodePoints(0, datum.end());
        return (text.substring(Math.max(0, start - 25), start) + "【" + text.substring(start, end) + "】"
                        + text.substring(end, Math.min(text.length(), end + 10)))
                .replace('\n', '/');
    }

    double recall() {
        return all.recall();
    }

    double precision() {
        return all.precision();
    }

    double recall(String kind) {
        return of(kind).recall();
    }

    double precision(String kind) {
        return of(kind).precision();
    }

    List<String> kinds() {
        return List.copyOf(kinds.keySet());
    }

    List<String> faults() {
        return faults;
    }

    /** A line a kind: how many there are, recall, precision. */
    String report() {
        StringBuilder report = new StringBuilder(line("all", all));
        kinds.forEach((kind, counts) -> report.append(line(kind, counts)));
        return report.toString();
    }

    private static String line(String kind, Counts counts) {
        return String.format(
                Locale.ROOT,
                "%-16s %6d  recall %.3f  precision %.3f%n",
                kind,
                counts.right + counts.missed,
                counts.recall(),
                counts.precision());
    }
}
