package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gongbao.record.Box;
import org.gongbao.record.Finding;
import org.junit.jupiter.api.Test;

class ExtractionJsonTest {

    private static ExtractedText full() {
        Line line = new Line("云政办字〔2023〕12号 𠮷", 1, new Box(90.5, 72, 100, 16.25), 0.93);
        Paragraph.Style style = new Paragraph.Style(Paragraph.Align.CENTRE, 1, 22, true, true);
        Grid grid = new Grid(
                List.of(List.of(new Grid.Cell("序号\n一", 2, 1, 1, new Box(1, 2, 3, 4), 1), Grid.Cell.of(""))), true);
        ExtractedText part =
                ExtractedText.unpaged("text/plain", "GB18030", List.of(Paragraph.of("附件")), Map.of(), List.of());
        return new ExtractedText(
                "application/pdf",
                null,
                List.of(new Page(1, 595.3, 841.9, true)),
                List.of(
                        new Paragraph(List.of(line), style),
                        new Paragraph(List.of(line), Paragraph.Style.PLAIN, "/act[1]/title[1]"),
                        grid),
                Map.of("ArticleTitle", "通知", "title", "\"引号\"\n"),
                List.of(new ExtractedText.Part("附件1.txt", part)),
                List.of(Finding.error("x.y", "what came").onPage(1).quoting("原文"), Finding.info("a.b", "c")));
    }

    @Test
    void readingGivesBackWhatWasWritten() {
        ExtractedText text = full();
        assertThat(ExtractionJson.read(ExtractionJson.write(text))).isEqualTo(text);
    }

    @Test
    void theFormIsCanonicalAndNamesTheKindOfEachBlock() {
        String json = new String(ExtractionJson.write(full()), StandardCharsets.UTF_8);
        assertThat(json)
                .contains(
                        "\"kind\":\"paragraph\"",
                        "\"kind\":\"grid\"",
                        "\"box\":[90.5,72,100,16.25]",
                        "\"severity\":\"error\"");
        assertThat(ExtractionJson.write(ExtractionJson.read(TestFiles.bytes(json))))
                .isEqualTo(TestFiles.bytes(json));
    }

    @Test
    void otherBytesAreRefused() {
        assertThatThrownBy(() -> ExtractionJson.read(TestFiles.bytes("{\"blocks\":[{\"kind\":\"x\"}]}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not an extraction");
    }
}
