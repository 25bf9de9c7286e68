package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongbao.record.Box;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.Citation;
import org.gongbao.record.Claim;
import org.gongbao.record.Disclosure;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.GazetteIssue;
import org.gongbao.record.PersonalDatum;
import org.gongbao.record.Section;
import org.gongbao.record.Source;
import org.gongbao.record.Table;
import org.gongbao.record.Task;
import org.gongbao.record.Validity;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RecordJsonTest {

    private static final Source SOURCE = new Source("通知.pdf", "ab".repeat(32), "application/pdf", 4711, null, 3, false);

    private static DocumentRecord full() {
        Claim claim = new Claim(
                "云政办字〔2023〕12号", "云政办字〔202312", 1, new Box(72, 90.25, 1e-7, 12), 3, 17, "number/1", 0.95, true);
        return DocumentRecord.builder(SOURCE)
                .title("云州市人民政府办公室关于印发《数字政府建设方案》的通知 𠮷\n\u2028\"")
                .enclosedTitle("数字政府建设方案")
                .documentNumber("云政办字〔2023〕12号")
                .registryNumber("YZGS—2023—4")
                .siteFileNumber("00123")
                .documentKind("通知")
                .instrumentForm("方案")
                .normative("yes")
                .draft(true)
                .issuers(List.of("云州市人民政府办公室", "云州市财政局"))
                .addressees(List.of("各区人民政府"))
                .issuedOn(LocalDate.of(2023, 5, 6))
                .publishedOn(LocalDate.of(2023, 5, 8))
                .generatedOn(LocalDate.of(2023, 5, 7))
                .effectiveOn(LocalDate.of(2023, 6, 1))
                .expiresOn(LocalDate.of(2028, 5, 31))
                .validity(new Validity(Validity.IN_FORCE, LocalDate.of(2023, 6, 2), "目录", "stated"))
                .indexNumber("B00010-0203-2023-1")
                .disclosure(new Disclosure("主动公开", "常年公开", null, "综合政务", null))
                .themes(List.of("综合政务"))
                .summary("摘要")
                .secrecy("内部")
                .sections(List.of(new Section("一", 1, "总则", "正文", List.of(new Section(null, 2, null, "款", List.of())))))
                .tables(List.of(new Table("表1", List.of("甲", "乙"), List.of(List.of("1", "2")), List.of(2))))
                .tasks(List.of(new Task(1, "改革", "推进", List.of("云州市财政局"), "公开", List.of(LocalDate.of(2023, 12, 31)))))
                .citations(List.of(new Citation("旧方案", "云政办字〔2020〕3号", "废止", "《旧方案》同时废止")))
                .attachments(List.of("任务分工表"))
                .gazette(new GazetteIssue("云州市人民政府公报", 2023, 5, null))
                .items(List.of(DocumentRecord.builder(SOURCE).title("第二件").build()))
                .personalData(List.of(new PersonalDatum("mobile", 3, 14, 0.9, "mask")))
                .text("一行\n二行𠮷")
                .claims(Map.of("documentNumber", List.of(claim)))
                .finding(
                        Finding.warning("number.bracket-lost", "lost").onPage(2).quoting("〔202312"))
                .build();
    }

    @Test
    void whatIsWrittenOfAFullRecordReadsBackAsAnEqualOne() {
        byte[] json = CanonicalJson.bytes(full());

        assertThat(RecordJson.read(json)).isEqualTo(full());
        assertThat(CanonicalJson.bytes(RecordJson.read(json))).isEqualTo(json);
    }

    @Test
    void anEmptyRecordReadsBackAsAnEqualOne() {
        DocumentRecord empty = DocumentRecord.builder(SOURCE).build();

        assertThat(RecordJson.read(CanonicalJson.bytes(empty))).isEqualTo(empty);
    }

    @Test
    void aTreeReadsLikeItsBytes() {
        byte[] json = CanonicalJson.bytes(full());

        assertThat(RecordJson.read(JsonMapper.shared().readTree(json))).isEqualTo(full());
    }

    @Test
    void missingListsAreEmptyAndUnknownKeysArePassedOver() {
        String json = "{\"schema\":\"gongbao-record/1\",\"later\":[1],\"source\":{\"name\":\"a\",\"sha256\":\"00\","
                + "\"mediaType\":\"text/plain\",\"bytes\":1,\"recognisedByOcr\":false},\"title\":\"题\"}";

        DocumentRecord record = RecordJson.read(json.getBytes(StandardCharsets.UTF_8));

        assertThat(record)
                .isEqualTo(DocumentRecord.builder(new Source("a", "00", "text/plain", 1, null, null, false))
                        .title("题")
                        .build());
    }

    @Test
    void whatIsNoRecordIsRefusedWithTheReason() {
        assertThatThrownBy(() -> RecordJson.read("[1]".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not the JSON of a record");
        assertThatThrownBy(() -> RecordJson.read("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("source");
    }

    @Test
    void aBoxOfThreeNumbersIsRefused() {
        String json = CanonicalJson.write(full()).replace("[72,90.25,1e-7,12]", "[72,90.25,12]");

        assertThatThrownBy(() -> RecordJson.read(json.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("3 numbers, expected 4");
    }
}
