package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongbao.quality.QualityReport;
import org.gongbao.quality.QualityReports;
import org.gongbao.quality.Reliability.Band;
import org.gongbao.quality.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code bench quality}, and the figures of the program's own samples as a floor. */
@Timeout(600)
class QualityTest {

    private static final String AGAIN =
            "; if the samples were changed, or the figures are meant to be so, write them anew: "
                    + "java -jar target/gongbao.jar bench quality --out ingest/quality";

    @TempDir
    Path folder;

    private QualityReport measured(String... words) throws IOException {
        Path out = folder.resolve("out");
        List<String> all = new java.util.ArrayList<>(List.of("bench", "quality", "--out", out.toString()));
        all.addAll(List.of(words));
        Commands.Result result = Commands.run(all.toArray(String[]::new));
        assertThat(result.status()).as(result.err()).isZero();
        assertThat(out.resolve("quality.md")).content().contains("## Reliability");
        return QualityReports.read(Files.readAllBytes(out.resolve(QualityReport.FILE)));
    }

    @Test
    void noFigureOfTheSamplesFallsBeneathTheFloor() throws IOException {
        QualityReport floor = QualityReports.packed();
        QualityReport now = measured();
        assertThat(now.source()).isEqualTo(QualityReport.SAMPLES);
        assertThat(now.documents()).as("documents" + AGAIN).isEqualTo(floor.documents());
        assertThat(now.damagedCopies()).as("damaged copies" + AGAIN).isEqualTo(floor.damagedCopies());
        assertThat(now.macroF1()).as("macro F1").isGreaterThanOrEqualTo(floor.macroF1());
        holds("field", floor.fields(), now.fields());
        holds("format", floor.formats(), now.formats());
        holds("damage", floor.damages(), now.damages());
        for (Band band : now.reliability().bands()) {
            assertThat(band.holds() || !band.isJudged())
                    .as(
                            "confidence %s to %s: %s of %s claims are right, promised are %s",
                            band.from(), band.to(), band.right(), band.claims(), band.aim())
                    .isTrue();
        }
    }

    private static void holds(String kind, List<Tally> floor, List<Tally> now) {
        Map<String, Tally> byName = now.stream().collect(Collectors.toMap(Tally::name, Function.identity()));
        assertThat(byName.keySet())
                .as(kind + AGAIN)
                .containsExactlyInAnyOrderElementsOf(
                        floor.stream().map(Tally::name).toList());
        for (Tally least : floor) {
            Tally tally = byName.get(least.name());
            String what = kind + " " + least.name();
            assertThat(tally.expected()).as(what + ": expected values" + AGAIN).isEqualTo(least.expected());
            assertThat(tally.right()).as(what + ": right values").isGreaterThanOrEqualTo(least.right());
            assertThat(tally.wrong()).as(what + ": wrong values").isLessThanOrEqualTo(least.wrong());
        }
    }

    @Test
    void aFolderIsMeasuredByTheTruthsInIt() throws IOException {
        Path documents = Files.createDirectory(folder.resolve("documents"));
        Notices.write(documents, 1);
        Notices.write(documents, 2);
        List<Path> notices;
        try (java.util.stream.Stream<Path> files = Files.list(documents)) {
            notices = files.sorted().toList();
        }
        Files.writeString(Path.of(notices.get(0) + ".expected.json"), "{\"documentKind\":\"通知\",\"secrecy\":null}");
        Files.writeString(Path.of(notices.get(1) + ".expected.json"), "{\"documentKind\":\"命令\"}");

        QualityReport report = measured(documents.toString());

        assertThat(report.source()).isEqualTo(QualityReport.OWN);
        assertThat(report.documents()).isEqualTo(2);
        assertThat(report.fields())
                .contains(new Tally("documentKind", 2, 2, 1, 1, 1, 0.5, 0.5, 0.5))
                .extracting(Tally::name)
                .containsExactly("documentKind", "secrecy");
    }

    @Test
    void aGoldFileIsMeasuredByItsLines() throws IOException {
        Notices.write(folder, 1);
        Path gold = Files.writeString(
                folder.resolve("gold.jsonl"), "{\"file\":\"notice-1.txt\",\"docNumber\":\"云府发〔1999〕1号\"}\n");
        Commands.Result table = Commands.run("bench", "quality", "--gold", gold.toString(), "--calibrate");
        assertThat(table.status()).as(table.err()).isZero();
        assertThat(table.out()).isEqualTo(String.format("number.bracketed/1\tread\t0.333\t1\t0%n"));
    }

    @Test
    void regressionSamplesAreListedFieldByFieldWhereTheyAreReadOtherwise() throws IOException {
        Path sample = Files.createDirectories(folder.resolve("regressions/ab12"));
        Notices.write(sample, 1);
        Path truth = sample.resolve("notice-1.txt.expected.json");
        Files.writeString(truth, "{\"documentNumber\":\"云府发〔1999〕7号\",\"disclosure\":{\"mode\":\"主动公开\"}}");
        String data = "--gongbao.data=" + folder;

        Commands.Result failing = Commands.run("bench", "quality", "--regressions", data);
        assertThat(failing.status()).as(failing.err()).isEqualTo(1);
        assertThat(failing.out())
                .contains("1 documents", "ab12/notice-1.txt documentNumber: ")
                .contains(" read, \"云府发〔1999〕7号\" expected")
                .contains("ab12/notice-1.txt disclosure.mode: ")
                .contains("1 regression samples, 2 fields read otherwise");

        Files.writeString(truth, "{\"documentKind\":\"通知\"}");
        Commands.Result passing = Commands.run("bench", "quality", "--regressions", data);
        assertThat(passing.status()).as(passing.out()).isZero();
        assertThat(passing.out()).contains("1 regression samples, 0 fields read otherwise");
    }

    @Test
    void aFolderWithoutTruthsIsRefusedWithWhatWasExpected() throws IOException {
        Notices.write(folder, 1);
        Commands.Result result = Commands.run("bench", "quality", folder.toString());
        assertThat(result.status()).isNotZero();
        assertThat(result.err()).contains("expected NAME.expected.json beside NAME");
    }
}
