package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainTextExtractorTest {

    @TempDir
    Path folder;

    private ExtractedText read(String text) throws IOException {
        return TestFiles.read(TestFiles.text(folder, "a.txt", text, StandardCharsets.UTF_8));
    }

    @Test
    void eachLineIsAParagraph() throws IOException {
        ExtractedText text = read("云州市人民政府公告\r\n\r\n　　一、自即日起施行。\n附件：名单\u2028云州市人民政府\f2023年3月1日");
        assertThat(TestFiles.paragraphs(text))
                .containsExactly("云州市人民政府公告", "一、自即日起施行。", "附件：名单", "云州市人民政府", "2023年3月1日");
        assertThat(text.charset()).isEqualTo("UTF-8");
        assertThat(text.findings()).isEmpty();
    }

    @Test
    void linesWrappedAtAFixedWidthAreJoined() throws IOException {
        String wrapped = """
                　　各县（区）人民政府，市政府各部门，各有关单位，为进一步
                做好全市政务公开工作，经市政府同意，现将有关事项通知如下，
                请认真贯彻执行，并于每年年底之前把执行的情况报送市政府办
                公室。
                　　一、加强组织领导。各县（区）人民政府要明确一名负责人分
                管此项工作，配齐配强工作人员，保障工作经费，确保各项任务
                落到实处。
                　　二、严格监督检查。
                """;
        assertThat(TestFiles.paragraphs(read(wrapped)))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("各县")
                .contains("为进一步做好全市")
                .endsWith("报送市政府办公室。");
    }

    @Test
    void wrappedEnglishGetsABlankBetweenWords() throws IOException {
        String line = "The bureau of finance of Yunzhou publishes the list of its projects every year and";
        String wrapped = (line + "\n").repeat(8) + "ends here.";
        assertThat(TestFiles.paragraphs(read(wrapped)))
                .singleElement()
                .asString()
                .contains("every year and The bureau");
    }

    @Test
    void aParagraphGoesOnOverThePageNumberThatWrappedTextHasBetweenItsLines() throws IOException {
        String wrapped = """
                云州市水务局通知
                各单位：
                　　为做好城区供水管网改造期间的用水保障工作，请各单位提前
                储备生活用水，合理安排用水时间，并注意观察水质变化，发现异

                — 1 —

                常及时报告市水务局值班室，由值班室派人到现场查看处理并且做
                好记录。
                云州市水务局
                """;
        assertThat(TestFiles.paragraphs(read(wrapped)))
                .hasSize(4)
                .noneMatch(paragraph -> paragraph.contains("— 1 —"))
                .anyMatch(paragraph -> paragraph.contains("发现异常及时报告"));
    }

    @Test
    void linesOfEqualLengthThatEndTheirSentencesAreNotJoined() throws IOException {
        String line = "本处的每一行都是一个完整的句子并且长度都是一样的。\n";
        assertThat(TestFiles.paragraphs(read("目录\n说明\n表一\n表二\n表三\n表四\n" + line.repeat(4))))
                .hasSize(10);
    }

    @Test
    void aPageNumberInTextThatIsNotWrappedStays() throws IOException {
        assertThat(TestFiles.paragraphs(read("云州市公告\n— 1 —\n特此公告。"))).containsExactly("云州市公告", "— 1 —", "特此公告。");
    }

    @Test
    void aListOfShortLinesIsNotJoined() throws IOException {
        assertThat(TestFiles.paragraphs(read("云州市\n江海省\n云东县\n云西县\n云南镇\n云北镇\n云中镇")))
                .hasSize(7);
    }

    @Test
    void controlAndInvisibleCharactersAreLeftOutWithFindings() throws IOException {
        ExtractedText text = read("云州\u0000市\u200B人民\u202E政府\u0007。");
        assertThat(TestFiles.paragraphs(text)).containsExactly("云州市人民政府。");
        assertThat(TestFiles.codes(text)).containsExactly("text.control-characters", "text.invisible-characters");
    }

    @Test
    void blanksAloneAreAFinding() throws IOException {
        ExtractedText text = read(" \n　\n");
        assertThat(text.blocks()).isEmpty();
        assertThat(TestFiles.codes(text)).containsExactly("text.blank");
    }
}
