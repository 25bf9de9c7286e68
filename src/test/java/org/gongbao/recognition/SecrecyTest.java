package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks that keep a document from the public are seen wherever they stand. */
class SecrecyTest {

    private static @Nullable String secrecy(List<Block> blocks, Map<String, String> metadata, Finding... findings) {
        return Yunzhou.recogniser()
                .recognise(
                        Yunzhou.source(),
                        ExtractedText.unpaged("text/plain", "UTF-8", blocks, metadata, List.of(findings)),
                        null)
                .secrecy();
    }

    private static List<Block> noticeBelow(String line) {
        List<Block> blocks = new ArrayList<>(Yunzhou.paragraphs(line));
        blocks.addAll(Yunzhou.paragraphs(Yunzhou.notice()));
        return blocks;
    }

    @ParameterizedTest
    @CsvSource({
        "机　密, 机密",
        "机 密 ★ 1 年, 机密★1年",
        "机密★1年　特急, 机密★1年",
        "特急　机密, 机密",
        "000012　机密★1年, 机密★1年",
        "份号：000012　秘密, 秘密",
        "密级：机密, 机密",
        "密级和保密期限：绝密★长期, 绝密★长期",
        "【秘密★启用前】, 秘密★启用前",
        "機密★5年, 機密★5年",
        "云州市人民政府办公室文件　　秘密★3年, 秘密★3年",
        "内部资料　注意保存, 内部资料注意保存",
        "（内部文件，请勿外传）, '内部文件，请勿外传'",
        "内　部　刊　物, 内部刊物"
    })
    void aMarkIsSeenInEveryWriting(String line, String mark) {
        assertThat(secrecy(noticeBelow(line), Map.of())).isEqualTo(mark);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "涉及国家秘密、商业秘密的，按照有关规定办理。",
                "云州市人民政府关于加强机密文件管理的通知",
                "内部审计工作规定",
                "国家秘密",
                "保密",
                "密级：无",
                "各部门要加强内部管理，内部资料注意保存。",
                "秘密文件管理办法"
            })
    void wordsAboutSecretsAreNoMark(String line) {
        assertThat(secrecy(noticeBelow(line), Map.of())).isNull();
    }

    @Test
    void aMarkInATableAtTheHeadIsSeen() {
        List<Block> blocks = new ArrayList<>(List.of(Yunzhou.grid("密级|机密", "文号|云政办发〔2023〕12号")));
        blocks.addAll(Yunzhou.paragraphs(Yunzhou.notice()));

        assertThat(secrecy(blocks, Map.of())).isEqualTo("机密");
        assertThat(secrecy(List.of(Yunzhou.grid("范围|人数", "内部|12", "外部|3")), Map.of()))
                .isNull();
    }

    @Test
    void aMarkInTheHeaderOfAFileIsSeen() {
        assertThat(secrecy(noticeBelow("公文"), Map.of("header", "云州市人民政府\n机密★1年")))
                .isEqualTo("机密★1年");
        assertThat(secrecy(noticeBelow("公文"), Map.of("footer", "内部资料 注意保存"))).isEqualTo("内部资料注意保存");
    }

    @Test
    void aMarkInARunningHeadOrAWatermarkIsSeen() {
        Finding head = Finding.info("pdf.running-head", "left out").onPage(1).quoting("内部资料 注意保存　3");
        Finding watermark = Finding.info("pdf.text-askew", "left out").onPage(1).quoting("云州市内部资料云州市内部资料");
        Finding harmless =
                Finding.info("pdf.running-head", "left out").onPage(1).quoting("云州市人民政府公报 内部审计专刊");

        assertThat(secrecy(noticeBelow("公文"), Map.of(), head)).isEqualTo("内部资料注意保存");
        assertThat(secrecy(noticeBelow("公文"), Map.of(), watermark)).isEqualTo("内部资料");
        assertThat(secrecy(noticeBelow("公文"), Map.of(), harmless)).isNull();
    }

    @Test
    void aMarkOnAnyFileOfAnArchiveIsOnTheWhole() {
        String[] open = new String[40];
        java.util.Arrays.fill(open, "请各部门认真贯彻执行。");
        ExtractedText first = Yunzhou.text(concat(Yunzhou.paragraphs(Yunzhou.notice()), Yunzhou.paragraphs(open)));
        ExtractedText annex = Yunzhou.text(Yunzhou.paragraphs("机密", "附件", "一、名单如下。"));
        ExtractedText archive = new ExtractedText(
                "application/zip",
                null,
                List.of(),
                List.of(),
                Map.of(),
                List.of(new ExtractedText.Part("1.txt", first), new ExtractedText.Part("2.txt", annex)),
                List.of());

        DocumentRecord whole = Yunzhou.recogniser().recognise(Yunzhou.source(), archive, null);

        assertThat(whole.secrecy()).isEqualTo("机密");
    }

    @Test
    void aMarkAboveADocumentOfAnIssueBelongsToThatDocument() {
        List<String> lines = new ArrayList<>(List.of("云州市人民政府公报", "2023年第5期"));
        lines.addAll(List.of(Yunzhou.notice()));
        for (int i = 0; i < 30; i++) {
            lines.add("请各部门认真贯彻执行。");
        }
        lines.addAll(List.of("秘　密", "云州市财政局关于报表的通知", "云财字〔2023〕9号", "各县区财政局：", "请按时报送。"));

        DocumentRecord issue = Yunzhou.recognise(lines.toArray(String[]::new));

        assertThat(issue.items()).extracting(DocumentRecord::secrecy).containsExactly(null, "秘密");
    }

    private static List<Block> concat(List<Block> first, List<Block> second) {
        List<Block> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
