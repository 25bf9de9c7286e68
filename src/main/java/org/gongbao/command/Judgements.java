package org.gongbao.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people type, and which documents they mean how much (相关性评判), as {@code ingest/quality/relevance.tsv} says. */
final class Judgements {

    private static final String FILE = "/ingest/quality/relevance.tsv";

    private static final int DEPTH = 10;

    private Judgements() {}

    /**
     * A query.
     *
     * @param kind how it is asked: by number, title, words, agency, or as a question
     * @param grades by file name, with {@code #} and the part of a document in an issue
     */
    record Judged(String query, String kind, Map<String, Integer> grades) {

        /** Normalised discounted cumulative gain of the first ten (nDCG@10), from 0 to 1. */
        double gain(List<String> found) {
            double gain = 0;
            for (int i = 0; i < Math.min(DEPTH, found.size()); i++) {
                gain += discounted(grades.getOrDefault(found.get(i), 0), i);
            }
            List<Integer> best = grades.values().stream()
                    .sorted((one, other) -> other - one)
                    .limit(DEPTH)
                    .toList();
            double ideal = 0;
            for (int i = 0; i < best.size(); i++) {
                ideal += discounted(best.get(i), i);
            }
            return gain / ideal;
        }

        private static double discounted(int grade, int rank) {
            return (Math.pow(2, grade) - 1) * Math.log(2) / Math.log(rank + 2.0);
        }

        /** Whether the first is one that was meant most. */
        boolean isFirst(List<String> found) {
            int best =
                    grades.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            return !found.isEmpty() && grades.getOrDefault(found.get(0), 0) == best;
        }
    }

    /** @throws IllegalArgumentException where a line is something else */
    static List<Judged> packed() {
        try (InputStream in = Judgements.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the judgements are missing, expected them at " + FILE);
            }
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the judgements cannot be read", e);
        }
    }

    static List<Judged> read(String text) {
        List<Judged> judged = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] cells = line.split("\t", -1);
            if (cells.length != 3) {
                throw new IllegalArgumentException(
                        "a judgement is \"" + line + "\", expected query, kind and documents between tabs");
            }
            Map<String, Integer> grades = new LinkedHashMap<>();
            Arrays.stream(cells[2].split(";")).forEach(document -> {
                int colon = document.lastIndexOf(':');
                grades.put(document.substring(0, colon), Integer.parseInt(document.substring(colon + 1)));
            });
            judged.add(new Judged(cells[0], cells[1], grades));
        });
        return judged;
    }
}
