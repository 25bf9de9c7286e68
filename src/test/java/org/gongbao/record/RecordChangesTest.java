package org.gongbao.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordChangesTest {

    private static DocumentRecord.Builder record() {
        return DocumentRecord.builder(new Source("a.txt", "0".repeat(64), "text/plain", 1, "UTF-8", null, false))
                .title("关于防汛的通知")
                .claim("title", new Claim("关于防汛的通知", "关于防汛的通知", 1, null, 0, 7, "title.lines/1", 0.9, false))
                .issuers(List.of("云州市水利局"))
                .text("关于防汛的通知");
    }

    private static List<String> changes(DocumentRecord.Builder after) {
        return RecordChanges.between(record().build(), after.build()).stream()
                .map(RecordChanges.Change::toString)
                .toList();
    }

    @Test
    void equalRecordsDifferInNothing() {
        assertThat(changes(record())).isEmpty();
        assertThat(changes(record().finding(Finding.info("a", "b")))).isEmpty();
    }

    @Test
    void valuesAreToldByTheirNamesInTheOrderOfTheContract() {
        assertThat(changes(
                        record().issuedOn(LocalDate.of(2024, 1, 2)).title(null).issuers(List.of("甲", "乙"))))
                .containsExactly(
                        "title: 关于防汛的通知 → null",
                        "issuers: [\"云州市水利局\"] → [\"甲\",\"乙\"]",
                        "issuedOn: null → \"2024-01-02\"");
    }

    @Test
    void evidenceAloneIsToldAsSuch() {
        assertThat(changes(
                        record().claim("title", new Claim("别的", "别的", 1, null, null, null, "sidecar/1", 0.5, false))))
                .containsExactly("claims: evidence → other evidence of title");
    }

    @Test
    void aLongValueIsShownFromWhereItDiffers() {
        String same = "𠮷".repeat(200);
        List<String> changes = RecordChanges.between(
                        record().text(same + "甲\n" + "丙".repeat(200)).build(),
                        record().text(same + "乙\n" + "丙".repeat(200)).build())
                .stream()
                .map(RecordChanges.Change::toString)
                .toList();

        assertThat(changes)
                .singleElement()
                .asString()
                .startsWith("text: …" + "𠮷".repeat(10) + "甲 丙")
                .contains(" → …" + "𠮷".repeat(10) + "乙 丙")
                .endsWith("… (602)");
    }
}
