package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "3,decimal,3",
        "3,decimalZero,03",
        "10,chineseCounting,十",
        "12,chineseCountingThousand,十二",
        "20,japaneseCounting,二十",
        "105,chineseCounting,一百零五",
        "110,chineseCounting,一百一十",
        "1001,chineseCountingThousand,一千零一",
        "21,ideographDigital,二一",
        "12,chineseLegalSimplified,壹拾贰",
        "4,upperRoman,IV",
        "9,lowerRoman,ix",
        "2,upperLetter,B",
        "28,lowerLetter,bb",
        "3,decimalEnclosedCircle,③",
        "3,decimalEnclosedParen,⑶",
        "2,ideographTraditional,乙",
        "1,ideographZodiac,子",
        "7,decimalFullWidth,７",
        "5,unknownFormat,5",
        "0,chineseCounting,0",
        "-1,lowerLetter,-1",
        "30,decimalEnclosedCircle,30"
    })
    void numbersAreWrittenAsWordWritesThem(int number, String format, String written) {
        assertThat(NumberWords.write(number, format)).isEqualTo(written);
    }

    private static String level(int index, String format, String text, String more) {
        return "<w:lvl w:ilvl=\"" + index + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" + more
                + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
    }

    private static final String NUMBERING = "<w:numbering $W><w:abstractNum w:abstractNumId=\"0\">"
            + level(0, "chineseCounting", "%1、", "<w:suff w:val=\"nothing\"/>")
            + level(1, "chineseCounting", "（%2）", "")
            + level(2, "decimal", "%3.", "")
            + level(3, "decimal", "%1.%4", "<w:isLgl/>")
            + level(4, "bullet", "\uF0B7", "")
            + "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">" + level(0, "chineseCounting", "第%1条", "")
            + "</w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num>"
            + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>"
            + "</w:numbering>";

    private static String numbered(int list, int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list
                + "\"/></w:numPr></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    @Test
    void automaticNumbersBecomeText() throws IOException {
        String body = numbered(1, 0, "总体要求")
                + numbered(1, 1, "指导思想")
                + numbered(1, 1, "基本原则")
                + numbered(1, 2, "公开为常态")
                + numbered(1, 0, "重点任务")
                + numbered(1, 1, "扩大范围")
                + numbered(1, 3, "小节")
                + numbered(1, 4, "圆点")
                + numbered(2, 0, "目的")
                + numbered(2, 0, "范围")
                + numbered(3, 0, "附则")
                + numbered(0, 0, "没有编号");
        ExtractedText text = TestFiles.read(TestFiles.docx(folder, body, Map.of("numbering", NUMBERING)));
        assertThat(TestFiles.paragraphs(text))
                .containsExactly(
                        "一、总体要求", "（一）指导思想", "（二）基本原则", "1.公开为常态", "二、重点任务", "（一）扩大范围", "2.1 小节", "圆点", "第一条 目的",
                        "第二条 范围", "第七条 附则", "没有编号");
    }

    @Test
    void aListThatStartsElsewhereDoesSoAlsoWhereItIsTheFirstOfItsDefinition() throws IOException {
        String body = numbered(3, 0, "罚则") + numbered(3, 0, "附则") + numbered(2, 0, "施行");
        ExtractedText text = TestFiles.read(TestFiles.docx(folder, body, Map.of("numbering", NUMBERING)));
        assertThat(TestFiles.paragraphs(text)).containsExactly("第七条 罚则", "第八条 附则", "第九条 施行");
    }

    @Test
    void aListCanBelongToAStyle() throws IOException {
        String styles =
                "<w:styles $W><w:style w:type=\"paragraph\" w:styleId=\"tiao\"><w:name w:val=\"条\"/><w:pPr><w:numPr><w:numId w:val=\"2\"/>"
                        + "</w:numPr></w:pPr></w:style></w:styles>";
        String body = "<w:p><w:pPr><w:pStyle w:val=\"tiao\"/></w:pPr><w:r><w:t>为了规范管理</w:t></w:r></w:p>";
        ExtractedText text =
                TestFiles.read(TestFiles.docx(folder, body, Map.of("numbering", NUMBERING, "styles", styles)));
        assertThat(TestFiles.paragraphs(text)).containsExactly("第一条 为了规范管理");
    }
}
