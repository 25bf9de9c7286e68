package org.gongbao.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongbao.command.Judgements.Judged;
import org.junit.jupiter.api.Test;

class JudgementsTest {

    private final Judged judged = Judgements.read("棚改\twords\ta.pdf:3;b.pdf:1").get(0);

    @Test
    void theBestOrderGainsAllAndNothingGainsNothing() {
        assertThat(judged.gain(List.of("a.pdf", "b.pdf", "c.pdf"))).isEqualTo(1);
        assertThat(judged.gain(List.of("c.pdf"))).isZero();
        // (1 + 7 / log2(3)) / (7 + 1 / log2(3))
        assertThat(judged.gain(List.of("b.pdf", "a.pdf"))).isCloseTo(0.7098, within(0.0001));
        assertThat(judged.isFirst(List.of("a.pdf"))).isTrue();
        assertThat(judged.isFirst(List.of("b.pdf", "a.pdf"))).isFalse();
        assertThat(judged.isFirst(List.of())).isFalse();
    }

    @Test
    void aLineThatIsNoJudgementIsRefused() {
        assertThatThrownBy(() -> Judgements.read("棚改 a.pdf:3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("棚改 a.pdf:3");
    }

    @Test
    void atLeastSixtyQueriesAreJudgedAndThoseOfTheSamplesNameSamples() {
        List<Judged> all = Judgements.packed();
        assertThat(all).hasSizeGreaterThanOrEqualTo(60);
        assertThat(all.stream()
                        .filter(query -> query.grades().keySet().stream()
                                .allMatch(name -> Files.exists(Path.of("ingest/samples", name.split("#")[0]))))
                        .toList())
                .hasSizeGreaterThanOrEqualTo(40);
    }
}
