package org.gongbao.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often a rule is right (规则准确率).
 *
 * @param rule name and version
 * @param repaired whether these are its repaired values
 * @param confidence mean of what it promised
 * @param share what it kept
 * @param calibrated what may be promised after so many claims: the rule of succession, (right + 1) / (claims + 2), so that
 *     few claims never promise much
 */
public record RuleShare(
        String rule, boolean repaired, int claims, int right, double confidence, double share, double calibrated) {

    private record Key(String rule, boolean repaired) {}

    static List<RuleShare> of(List<JudgedClaim> claims) {
        Map<Key, List<JudgedClaim>> byRule = claims.stream()
                .collect(Collectors.groupingBy(
                        claim -> new Key(claim.rule(), claim.repaired()),
                        () -> new TreeMap<>(Comparator.comparing(Key::rule).thenComparing(Key::repaired)),
                        Collectors.toList()));
        return byRule.entrySet().stream()
                .map(rule -> of(rule.getKey(), rule.getValue()))
                .sorted(Comparator.comparingDouble(RuleShare::excess).reversed())
                .toList();
    }

    private static RuleShare of(Key key, List<JudgedClaim> claims) {
        int right = (int) claims.stream().filter(JudgedClaim::right).count();
        double mean =
                claims.stream().mapToDouble(JudgedClaim::confidence).average().orElse(0);
        return new RuleShare(
                key.rule(),
                key.repaired(),
                claims.size(),
                right,
                Rounded.four(mean),
                Rounded.four((double) right / claims.size()),
                Rounded.four((right + 1.0) / (claims.size() + 2.0)));
    }

    /** How much it promised beyond what it kept. */
    double excess() {
        return confidence - share;
    }
}
