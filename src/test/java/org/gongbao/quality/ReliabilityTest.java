package org.gongbao.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gongbao.quality.Reliability.Band;
import org.junit.jupiter.api.Test;

/** Bands of claims and what each keeps of its promise. */
class ReliabilityTest {

    private static List<JudgedClaim> claims(int right, int wrong, double confidence) {
        List<JudgedClaim> claims =
                new ArrayList<>(Collections.nCopies(right, new JudgedClaim("title.lines/1", false, confidence, true)));
        claims.addAll(Collections.nCopies(wrong, new JudgedClaim("title.lines/1", false, confidence, false)));
        return claims;
    }

    @SafeVarargs
    private static Reliability of(List<JudgedClaim>... claims) {
        List<JudgedClaim> all = new ArrayList<>();
        List.of(claims).forEach(all::addAll);
        return Reliability.of(all);
    }

    @Test
    void ofAHundredClaimsNearOneNinetyFiveMustBeRight() {
        assertThat(of(claims(95, 5, 0.97)).bands()).allMatch(Band::holds);
        assertThat(of(claims(94, 6, 0.97)).bands()).noneMatch(Band::holds);
    }

    @Test
    void aBandWithFewClaimsIsJoinedWithTheNextBelow() {
        Reliability joined = of(claims(40, 0, 0.95), claims(20, 0, 0.85), claims(8, 2, 0.75));
        assertThat(joined.bands())
                .containsExactly(
                        new Band(0.9, 1, 40, 40, 0.95, 1, 0.95), new Band(0.7, 0.9, 30, 28, 0.8167, 0.9333, 0.8));
        assertThat(joined.bands()).allMatch(Band::isJudged);
    }

    @Test
    void whatIsLeftAtTheLowEndIsShownButNotJudged() {
        assertThat(of(claims(40, 0, 0.95), claims(0, 5, 0.4)).bands())
                .extracting(Band::from, Band::claims, Band::isJudged)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0.9, 40, true),
                        org.assertj.core.groups.Tuple.tuple(0.4, 5, false));
    }

    @Test
    void theErrorIsTheDistanceOfPromiseAndShareByClaims() {
        assertThat(of(claims(50, 0, 0.9), claims(25, 25, 0.6)).error()).isEqualTo(0.1);
        assertThat(Reliability.of(List.of())).isEqualTo(new Reliability(0, 0, List.of()));
    }

    @Test
    void fewClaimsOfARuleNeverPromiseMuch() {
        assertThat(RuleShare.of(claims(1, 0, 1)).get(0).calibrated()).isEqualTo(0.6667);
        assertThat(RuleShare.of(claims(98, 0, 1)).get(0).calibrated()).isEqualTo(0.99);
    }

    @Test
    void theRuleThatPromisesMostBeyondWhatItKeepsComesFirst() {
        List<JudgedClaim> all = new ArrayList<>(claims(10, 0, 0.9));
        all.add(new JudgedClaim("date.signature/1", false, 0.9, false));
        assertThat(RuleShare.of(all)).extracting(RuleShare::rule).containsExactly("date.signature/1", "title.lines/1");
    }
}
