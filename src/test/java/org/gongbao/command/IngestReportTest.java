package org.gongbao.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.ingest.DocumentOutcome;
import org.gongbao.ingest.OutcomeKind;
import org.gongbao.publication.GazetteHoldings;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.GazetteIssue;
import org.gongbao.record.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IngestReportTest {

    private static final String SERIES = "云州市人民政府公报";

    @TempDir
    Path folder;

    private final Map<Uid, DocumentRecord> records = new HashMap<>();

    private DocumentOutcome issue(String file, int number) {
        Uid uid = Uid.mint();
        DocumentRecord record = DocumentRecord.builder(
                        new Source(file, "ab".repeat(32), "application/pdf", 9, null, 1, false))
                .gazette(new GazetteIssue(SERIES, 1998, number, null))
                .build();
        records.put(uid, record.toBuilder().items(List.of(record, record)).build());
        return new DocumentOutcome(file, 0, OutcomeKind.WAITING, uid, SERIES, List.of());
    }

    private JsonNode report(List<DocumentOutcome> outcomes, GazetteHoldings.Series... published) throws IOException {
        new IngestReport(uid -> Optional.ofNullable(records.get(uid)), List.of(published))
                .write(outcomes, folder.resolve("report.csv"));
        return JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("report.json")));
    }

    @Test
    void theNumbersThatNeitherTheRunNorTheRegisterHasAreMissing() throws IOException {
        GazetteHoldings.Series published = new GazetteHoldings.Series(
                SERIES,
                List.of(new GazetteHoldings.Year(1998, List.of(new GazetteHoldings.Issue(2, null, 3)), List.of(1))));

        JsonNode gazettes = report(List.of(issue("1998-1.pdf", 1), issue("1998-5.pdf", 5)), published)
                .path("gazettes");

        assertThat(gazettes).hasSize(1);
        assertThat(gazettes.get(0).path("issues").toString()).isEqualTo("[1,2,5]");
        assertThat(gazettes.get(0).path("missing").toString()).isEqualTo("[3,4]");
    }

    @Test
    void whatCannotBeReadStandsInTheReportWithItsReason() throws IOException {
        JsonNode report = report(List.of(
                issue("1998-1.pdf", 1),
                new DocumentOutcome(
                        "damaged.pdf", 0, OutcomeKind.UNREADABLE, null, null, List.of("the file is damaged"))));

        assertThat(report.path("counts").toString()).isEqualTo("{\"unreadable\":1,\"waiting\":1}");
        assertThat(report.path("documents").get(0).path("items").asInt()).isEqualTo(2);
        assertThat(report.path("documents").get(1).path("reasons").get(0).asString())
                .isEqualTo("the file is damaged");
        assertThat(Files.readString(folder.resolve("report.csv")))
                .startsWith("\uFEFFfile,part,outcome")
                .contains("damaged.pdf,0,unreadable,,,,,,,0,the file is damaged");
    }

    @Test
    void noCellIsCalculatedByASpreadsheet() throws IOException {
        report(List.of(new DocumentOutcome("=cmd.pdf", 0, OutcomeKind.UNREADABLE, null, null, List.of("+1"))));

        assertThat(Files.readString(folder.resolve("report.csv"))).contains("'=cmd.pdf", "'+1");
    }
}
