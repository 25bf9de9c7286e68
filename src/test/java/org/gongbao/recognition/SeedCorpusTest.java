package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real damaged document of the folder of real documents, against its gold; skipped without that folder. */
class SeedCorpusTest {

    private DocumentRecord record;
    private JsonNode gold;

    @BeforeEach
    void read() throws IOException {
        String corpus = System.getProperty("gongbao.corpus", "");
        assumeTrue(!corpus.isBlank(), "skipped: -Dgongbao.corpus names no folder of real documents");
        Path seed = Path.of(corpus, "seed");
        try (var files = Files.list(seed)) {
            Path text = files.filter(file -> file.toString().endsWith(".txt"))
                    .findFirst()
                    .orElseThrow();
            record = RecordsOfFiles.record(Yunzhou.recogniser(), text);
        }
        gold = JsonMapper.builder().build().readTree(Files.readString(seed.resolve("gold.json")));
    }

    @Test
    void itsHeaderNumberAndDatesComeOutRight() {
        JsonNode document = gold.get("document");
        assertThat(record.title()).isEqualTo(document.get("title").asString());
        assertThat(record.documentNumber()).isEqualTo(document.get("docNumber").asString());
        assertThat(record.claims().get("documentNumber").get(0).raw())
                .isEqualTo(document.get("docNumberRaw").asString());
        assertThat(record.issuedOn())
                .isEqualTo(LocalDate.parse(document.get("issueDate").asString()));
        assertThat(record.claims().get("issuedOn").get(0).raw())
                .isEqualTo(document.get("issueDateRaw").asString());
        assertThat(record.indexNumber()).isEqualTo(document.get("indexNumber").asString());
        assertThat(record.generatedOn())
                .isEqualTo(LocalDate.parse(document.get("generatedDate").asString()));
        assertThat(record.disclosure().mode())
                .isEqualTo(document.get("openMode").asString());
        assertThat(record.disclosure().term())
                .isEqualTo(document.get("openTerm").asString());
        assertThat(record.disclosure().scope())
                .isEqualTo(document.get("openScope").asString());
        assertThat(record.disclosure().category()).isNull();
        assertThat(record.disclosure().responsible()).isNull();
        assertThat(record.siteFileNumber()).isNull();
        assertThat(record.findings()).extracting(Finding::code).contains("number.repaired", "date.repaired");
        assertThat(record.sections()).hasSize(document.get("sections").asInt());
    }

    @Test
    void itsAnnexGivesEveryTaskWithCategoryUnitsAndMethod() {
        JsonNode tasks = gold.get("tasks");
        assertThat(record.tasks()).hasSize(tasks.size() + 1);
        Set<String> categories = new LinkedHashSet<>();
        for (int i = 0; i < tasks.size(); i++) {
            Task task = record.tasks().get(i);
            JsonNode wanted = tasks.get(i);
            categories.add(task.category());
            assertThat(task.number()).isEqualTo(wanted.get("number").asInt());
            assertThat(task.category()).isEqualTo(wanted.get("category").asString());
            assertThat(task.units())
                    .containsExactlyElementsOf(wanted.get("leadUnits")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList());
            assertThat(task.measure()).isEqualTo(wanted.get("method").asString());
            assertThat(task.text())
                    .startsWith(wanted.get("taskStart").asString())
                    .endsWith(wanted.get("taskEnd").asString());
        }
        assertThat(categories).hasSize(gold.get("categories").size());
    }

    @Test
    void aDutyOfItsBodyHasTheDeadlineThatLostItsSigns() {
        JsonNode deadline = gold.get("document").get("deadline");
        Task duty = record.tasks().get(record.tasks().size() - 1);
        assertThat(duty.number()).isNull();
        assertThat(duty.text()).contains(deadline.get("raw").asString());
        assertThat(duty.deadlines())
                .containsExactly(LocalDate.parse(deadline.get("date").asString()));
        assertThat(duty.units()).hasSize(2);
    }
}
