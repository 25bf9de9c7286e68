package org.gongbao.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether confidence keeps its word (可信度校准): claims in bands of a tenth from the top, a band joined with the next one below
 * until it holds enough, and beside each how many were right.
 *
 * @param claims judged claims
 * @param error expected calibration error: how far share right and mean confidence lie apart, weighted by claims
 */
public record Reliability(int claims, double error, List<Band> bands) {

    /** Fewer claims say nothing about a band. */
    static final int FEWEST = 30;

    /**
     * Claims of about the same confidence.
     *
     * @param from least confidence of the band
     * @param to greatest confidence of the band
     * @param confidence mean of its claims
     * @param share right ones of its claims
     * @param aim share right that the band promises: its middle, 0.95 from 0.9 to 1
     */
    public record Band(double from, double to, int claims, int right, double confidence, double share, double aim) {

        /** Whether it holds enough claims to be judged; only the lowest band may hold fewer. */
        public boolean isJudged() {
            return claims >= FEWEST;
        }

        public boolean holds() {
            return share >= aim;
        }
    }

    public Reliability {
        bands = List.copyOf(bands);
    }

    static Reliability of(List<JudgedClaim> claims) {
        List<JudgedClaim> sorted = claims.stream()
                .sorted(Comparator.comparingDouble(JudgedClaim::confidence).reversed())
                .toList();
        List<Band> bands = new ArrayList<>();
        int start = 0;
        double top = 1;
        for (int tenth = 9; tenth >= 0 && start < sorted.size(); tenth--) {
            double from = tenth / 10.0;
            int end = start;
            while (end < sorted.size() && sorted.get(end).confidence() >= from) {
                end++;
            }
            if (end - start >= FEWEST || end == sorted.size()) {
                bands.add(band(from, top, sorted.subList(start, end)));
                start = end;
                top = from;
            }
        }
        double error = bands.stream()
                        .mapToDouble(band -> band.claims() * Math.abs(band.share() - band.confidence()))
                        .sum()
                / Math.max(1, claims.size());
        return new Reliability(claims.size(), Rounded.four(error), bands);
    }

    private static Band band(double from, double to, List<JudgedClaim> claims) {
        int right = (int) claims.stream().filter(JudgedClaim::right).count();
        double mean =
                claims.stream().mapToDouble(JudgedClaim::confidence).average().orElse(0);
        return new Band(
                from,
                to,
                claims.size(),
                right,
                Rounded.four(mean),
                Rounded.four((double) right / claims.size()),
                Rounded.four((from + to) / 2));
    }
}
