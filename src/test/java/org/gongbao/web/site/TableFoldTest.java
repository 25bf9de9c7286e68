package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongbao.record.Table;
import org.junit.jupiter.api.Test;

class TableFoldTest {

    private static final Table MERGED = new Table(
            null,
            List.of("序号", "类别", "任务"),
            List.of(List.of("1", "目录", "编制清单"), List.of("2", "目录", "建立名录")),
            List.of());

    @Test
    void aTableStandsForItsLinesWhereMergedCellsStandOnlyInTheirFirstRow() {
        List<String> lines = List.of("附件", "序号类别任务", "1目录编制清单", "2建立名录", "特此通知。");

        assertThat(TableFold.find(MERGED, lines, 0)).isEqualTo(new TableFold.Span(1, 4));
    }

    @Test
    void whereACellIsMissingTheLinesStay() {
        List<String> lines = List.of("序号类别任务", "1目录编制清单");

        assertThat(TableFold.find(MERGED, lines, 0)).isEqualTo(new TableFold.Span(0, 0));
    }
}
