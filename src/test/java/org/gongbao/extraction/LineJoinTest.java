package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.gongbao.record.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineJoinTest {

    private static final List<String> ENGLISH = List.of(
            "Having regard to the proposal of the Municipal Council,",
            "the mayor orders as follows. This order takes effect in",
            "2018 and is published in both official languages (ends.",
            "\u201CThe order\u201D) by the gazette office of the city hall.");

    private static final String JOINED = String.join(" ", ENGLISH);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the Council,|having|the Council, having
            issued in|2018|issued in 2018
            here it ends.|The next|here it ends. The next
            pages 12|13 and 14|pages 12 13 and 14
            a decree;|\u201Cthis\u201D|a decree; \u201Cthis\u201D
            a well-|known street|a well-known street
            an order (|No. 5)|an order (No. 5)
            https://www.example.cn/|index.html|https://www.example.cn/index.html
            各县，|市政府|各县，市政府
            支持企业用|5G 网络|支持企业用5G 网络
            印发WTO|规则|印发WTO规则
            增长2.|5万元|增长2.5万元
            自20|18年起|自2018年起
            关于“|A类”|关于“A类”
            称为“甲”|ABC|称为“甲”ABC
            """)
    void aBlankStandsBetweenWordsButNotBesideChineseNorAfterAHyphen(String before, String after, String joined) {
        assertThat(new Paragraph(List.of(Line.of(before), Line.of(after)), Paragraph.Style.PLAIN).text())
                .isEqualTo(joined);
    }

    @Test
    void wordsStayPartedWhereAPdfGoesOnInTheNextLine() throws Exception {
        PdfSample sample = new PdfSample().page();
        for (int i = 0; i < ENGLISH.size(); i++) {
            sample.text(77, 100 + 28 * i, 16, ENGLISH.get(i));
        }
        assertThat(TestFiles.paragraphs(TestFiles.read(sample.save(folder.resolve("order.pdf")))))
                .containsExactly(JOINED);
    }

    @Test
    void wordsStayPartedWhereARecognisedPageGoesOnInTheNextLine() {
        OcrParagraphs paragraphs = new OcrParagraphs();
        List<Line> lines = java.util.stream.IntStream.range(0, ENGLISH.size())
                .mapToObj(i -> new Line(ENGLISH.get(i), 1, new Box(80, 100 + 30 * i, 435, 16), 0.98))
                .toList();
        paragraphs.add(new Page(1, 595, 842, true), lines);
        assertThat(paragraphs.finish())
                .singleElement()
                .extracting(block -> ((Paragraph) block).text())
                .isEqualTo(JOINED);
    }

    @Test
    void wordsStayPartedInTextThatWasWrappedAtAFixedWidth() throws Exception {
        String twice = String.join("\n", ENGLISH) + "\n" + String.join("\n", ENGLISH) + "\nThe end.";
        assertThat(TestFiles.paragraphs(
                        TestFiles.read(TestFiles.text(folder, "order.txt", twice, StandardCharsets.UTF_8))))
                .containsExactly(JOINED + " " + JOINED + " The end.");
    }
}
