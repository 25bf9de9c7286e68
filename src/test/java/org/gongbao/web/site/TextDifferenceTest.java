package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.gongbao.web.site.TextDifference.Kind;
import org.gongbao.web.site.TextDifference.Line;
import org.gongbao.web.site.TextDifference.Run;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {

    private static final long SEED = 20230601;

    @Test
    void whatIsTheSameHasNoDifference() {
        assertThat(TextDifference.of(List.of("甲", "乙"), List.of("甲", "乙"))).isEmpty();
        assertThat(TextDifference.of(List.of(), List.of())).isEmpty();
    }

    @Test
    void aChangedLineShowsItsCharactersAndTheLinesBesideIt() {
        List<String> before = List.of("一", "二", "三", "自2023年5月1日起施行。", "五", "六", "七");
        List<String> after = List.of("一", "二", "三", "自2023年6月1日起施行。", "五", "六", "七");

        assertThat(TextDifference.of(before, after))
                .containsExactly(
                        new Line(Kind.GAP, List.of(), 2),
                        Line.whole(Kind.SAME, "三"),
                        new Line(
                                Kind.CHANGED,
                                List.of(
                                        new Run(Kind.SAME, "自2023年"),
                                        new Run(Kind.REMOVED, "5"),
                                        new Run(Kind.ADDED, "6"),
                                        new Run(Kind.SAME, "月1日起施行。")),
                                1),
                        Line.whole(Kind.SAME, "五"),
                        new Line(Kind.GAP, List.of(), 2));
    }

    @Test
    void anotherLineInThePlaceOfOneIsNoChangeOfIt() {
        assertThat(TextDifference.of(List.of("本办法自公布之日起施行。"), List.of("附件：名单")))
                .containsExactly(Line.whole(Kind.REMOVED, "本办法自公布之日起施行。"), Line.whole(Kind.ADDED, "附件：名单"));
    }

    @Test
    void bothTextsCanBeReadOutOfTheirDifference() {
        Random random = new Random(SEED);
        for (int round = 0; round < 300; round++) {
            List<String> before = lines(random);
            List<String> after = new ArrayList<>(before);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(after.size() + 1);
                if (at == after.size() || random.nextBoolean()) {
                    after.add(at, line(random));
                } else if (random.nextBoolean()) {
                    after.remove(at);
                } else {
                    after.set(at, after.get(at) + line(random));
                }
            }
            List<Line> difference = TextDifference.of(before, after);
            assertThat(read(difference, Kind.ADDED, before))
                    .as("seed " + SEED + ", round " + round)
                    .isEqualTo(difference.isEmpty() ? List.of() : before);
            assertThat(read(difference, Kind.REMOVED, after))
                    .as("seed " + SEED + ", round " + round)
                    .isEqualTo(difference.isEmpty() ? List.of() : after);
        }
    }

    /** The lines of one side, those of gaps taken from that side itself. */
    private static List<String> read(List<Line> difference, Kind other, List<String> side) {
        List<String> lines = new ArrayList<>();
        for (Line line : difference) {
            if (line.kind() == Kind.GAP) {
                lines.addAll(side.subList(lines.size(), lines.size() + line.count()));
            } else if (line.kind() != other) {
                lines.add(line.runs().stream()
                        .filter(run -> run.kind() != other)
                        .map(Run::text)
                        .collect(Collectors.joining()));
            }
        }
        return lines;
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = random.nextInt(12); i >= 0; i--) {
            lines.add(line(random));
        }
        return lines;
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            line.append("甲乙丙𠮷1".substring(random.nextInt(3), 3)).append(random.nextBoolean() ? "𠮷" : "。");
        }
        return line.toString();
    }
}
