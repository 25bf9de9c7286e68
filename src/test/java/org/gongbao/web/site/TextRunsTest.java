package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.web.site.TextRuns.Kind;
import org.gongbao.web.site.TextRuns.Mark;
import org.gongbao.web.site.TextRuns.Run;
import org.junit.jupiter.api.Test;

class TextRunsTest {

    @Test
    void aPageBeginsWithinALineAndCountsCodePoints() {
        TextRuns runs = new TextRuns(List.of(new Mark(Kind.PAGE, 12, 12, "2")));
        assertThat(runs.of("𠮷田村的公告", 10)).containsExactly(words("𠮷田"), new Run(Kind.PAGE, "2", null), words("村的公告"));
    }

    @Test
    void aPageThatBeganInATableIsToldBeforeWhatFollows() {
        TextRuns runs = new TextRuns(List.of(new Mark(Kind.PAGE, 3, 3, "2")));
        assertThat(runs.pagesBefore(5)).containsExactly(new Run(Kind.PAGE, "2", null));
        assertThat(runs.of("后文", 5)).containsExactly(words("后文"));
    }

    @Test
    void aPageThatBeginsInsideARepairIsToldAfterIt() {
        TextRuns runs = new TextRuns(List.of(new Mark(Kind.PAGE, 2, 2, "2"), new Mark(Kind.REPAIR, 1, 4, "2023年")));
        assertThat(runs.of("于2O23年", 0))
                .containsExactly(
                        words("于"), new Run(Kind.REPAIR, "2O2", "2023年"), new Run(Kind.PAGE, "2", null), words("3年"));
    }

    @Test
    void onlyRepairsThatStandInTheTextAreTold() {
        DocumentRecord record = DocumentRecord.builder(DemoDocuments.source("a.pdf", false))
                .text("云政办字〔202312")
                .claim("documentNumber", claim(0, 11, true))
                .claim("documentNumber", claim(null, null, true))
                .claim("title", claim(0, 3, false))
                .build();
        assertThat(TextMarks.repairs(record)).containsExactly(new Mark(Kind.REPAIR, 0, 11, "云政办字〔2023〕12号"));
    }

    private static Claim claim(Integer start, Integer end, boolean repaired) {
        return new Claim("云政办字〔2023〕12号", "云政办字〔202312", null, null, start, end, "number/1", 0.9, repaired);
    }

    private static Run words(String words) {
        return new Run(Kind.WORDS, words, null);
    }
}
