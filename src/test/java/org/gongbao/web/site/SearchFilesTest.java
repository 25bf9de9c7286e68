package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x"})
    void whatASpreadsheetWouldCalculateIsText(String formula) {
        assertThat(SearchFiles.cell(formula)).isEqualTo("'" + formula);
    }

    @Test
    void everythingElseStays() {
        assertThat(SearchFiles.cell("云政办字〔2023〕12号")).isEqualTo("云政办字〔2023〕12号");
        assertThat(SearchFiles.cell("")).isEmpty();
        assertThat(SearchFiles.cell(null)).isNull();
    }

    @Test
    void namesOfFilesHoldNothingThatSystemsTakeForSomethingElse() {
        assertThat(FileName.inline("a/b\\c:\"d\"\u202E\r\n.云", "pdf", "x"))
                .isEqualTo("inline; filename=\"x.pdf\"; filename*=UTF-8''abcd.%E4%BA%91.pdf");
        assertThat(FileName.inline("\u0000", "pdf", "x")).endsWith("UTF-8''gongbao.pdf");
    }

    @Test
    void whatXmlHasNoFormForIsReplaced() {
        assertThat(DocumentXml.legal("a\u0000\u000B\uFFFE\uD800b\t\n\uD83D\uDE00"))
                .isEqualTo("a\uFFFD\uFFFD\uFFFD\uFFFDb\t\n\uD83D\uDE00");
    }
}
