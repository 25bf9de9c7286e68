package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.extraction.TestFiles.p;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocxExtractorTest {

    @TempDir
    Path folder;

    private ExtractedText read(String body) throws IOException {
        return TestFiles.read(TestFiles.docx(folder, body));
    }

    private ExtractedText read(String body, Map<String, String> parts) throws IOException {
        return TestFiles.read(TestFiles.docx(folder, body, parts));
    }

    @Test
    void paragraphsAndTablesComeInTheirOrder() throws IOException {
        ExtractedText text = read(p("云州市人民政府办公室通知") + "<w:tbl><w:tr><w:tc>" + p("序号") + "</w:tc><w:tc>" + p("任务")
                + "</w:tc></w:tr></w:tbl>" + p("2023年3月1日"));
        assertThat(text.mediaType()).isEqualTo(MediaTypes.DOCX);
        assertThat(text.blocks()).hasSize(3);
        assertThat(text.blocks().get(1)).isInstanceOf(Grid.class);
        assertThat(text.findings()).isEmpty();
    }

    @Test
    void theLookComesFromRunsStylesAndDefaults() throws IOException {
        String styles =
                "<w:styles $W><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"32\"/></w:rPr></w:rPrDefault></w:docDefaults>"
                        + "<w:style w:type=\"paragraph\" w:styleId=\"a1\"><w:name w:val=\"heading 1\"/><w:pPr><w:jc w:val=\"center\"/></w:pPr>"
                        + "<w:rPr><w:b/><w:sz w:val=\"44\"/></w:rPr></w:style>"
                        + "<w:style w:type=\"paragraph\" w:styleId=\"a2\"><w:basedOn w:val=\"a1\"/><w:rPr><w:b w:val=\"0\"/></w:rPr></w:style></w:styles>";
        ExtractedText text = read(
                "<w:p><w:pPr><w:pStyle w:val=\"a1\"/></w:pPr><w:r><w:t>标题</w:t></w:r></w:p>"
                        + "<w:p><w:pPr><w:pStyle w:val=\"a2\"/></w:pPr><w:r><w:rPr><w:color w:val=\"E60012\"/></w:rPr><w:t>红头</w:t></w:r></w:p>"
                        + "<w:p><w:pPr><w:jc w:val=\"right\"/></w:pPr><w:r><w:t>署名</w:t></w:r></w:p>",
                Map.of("styles", styles));
        assertThat(text.blocks())
                .extracting(block -> ((Paragraph) block).style())
                .containsExactly(
                        new Paragraph.Style(Paragraph.Align.CENTRE, 1, 22, true, false),
                        new Paragraph.Style(Paragraph.Align.CENTRE, 1, 22, false, true),
                        new Paragraph.Style(Paragraph.Align.RIGHT, 0, 16, false, false));
    }

    @Test
    void trackedDeletionsCommentsAndHiddenTextNeverEnterTheText() throws IOException {
        ExtractedText text = read(
                "<w:p><w:r><w:t>保留</w:t></w:r><w:del><w:r><w:delText>机密</w:delText></w:r></w:del>"
                        + "<w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>新增</w:t></w:r></w:ins>"
                        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>",
                Map.of("comments", "<w:comments $W><w:comment w:id=\"1\">" + p("批注") + "</w:comment></w:comments>"));
        assertThat(TestFiles.paragraphs(text)).containsExactly("保留新增");
        assertThat(TestFiles.codes(text))
                .containsExactly("docx.deleted-text", "docx.inserted-text", "docx.hidden-text", "docx.comments");
        assertThat(text.findings().toString()).doesNotContain("机密", "移走", "隐藏", "批注");
    }

    @Test
    void aParagraphWhoseEndWasDeletedRunsOn() throws IOException {
        ExtractedText text = read(
                "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t>云州市</w:t></w:r></w:p>" + p("人民政府"));
        assertThat(TestFiles.paragraphs(text)).containsExactly("云州市人民政府");
    }

    @Test
    void deletedRowsAndTheirTextStayOut() throws IOException {
        Grid grid = TestFiles.grid(read("<w:tbl><w:tr><w:tc>" + p("甲") + "</w:tc><w:tc>" + p("乙") + "</w:tc></w:tr>"
                + "<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc>" + p("丙") + "</w:tc><w:tc>" + p("丁")
                + "</w:tc></w:tr></w:tbl>"));
        assertThat(grid.rows()).hasSize(1);
    }

    @Test
    void textBoxesComeOnceAfterTheirParagraph() throws IOException {
        String box = "<w:txbxContent>" + p("云州市人民政府文件") + "</w:txbxContent>";
        ExtractedText text =
                read("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>" + box
                        + "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box
                        + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>正文</w:t></w:r></w:p>"
                        + "<w:p><w:r><w:pict><v:shape><v:textpath string=\"云州市财政局\"/></v:shape></w:pict></w:r></w:p>");
        assertThat(TestFiles.paragraphs(text)).containsExactly("正文", "云州市人民政府文件", "云州市财政局");
    }

    @Test
    void contentControlsLinksFieldsAndBreaksAreText() throws IOException {
        ExtractedText text = read("<w:sdt><w:sdtPr/><w:sdtContent>" + p("控件") + "</w:sdtContent></w:sdt>"
                + "<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:r><w:br/><w:t>下一行</w:t></w:r></w:p>"
                + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText><w:t>代码</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2023年</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r></w:p>");
        assertThat(TestFiles.paragraphs(text)).containsExactly("控件", "链接", "下一行", "2023年☑");
    }

    @Test
    void footnotesFollowTheTextWithTheirMarks() throws IOException {
        ExtractedText text = read(
                "<w:p><w:r><w:t>说明</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>" + p("末段"),
                Map.of(
                        "footnotes",
                        "<w:footnotes $W><w:footnote w:id=\"2\">" + p("数据来源：云州市统计局") + "</w:footnote></w:footnotes>"));
        assertThat(TestFiles.paragraphs(text)).containsExactly("说明[1]", "末段", "[1] 数据来源：云州市统计局");
    }

    @Test
    void headersAndFootersStandBesideTheText() throws IOException {
        ExtractedText text = read(p("正文"), Map.of("header", "<w:hdr $W>" + p("内部资料") + "</w:hdr>"));
        assertThat(TestFiles.paragraphs(text)).containsExactly("正文");
        assertThat(text.metadata()).containsEntry("header", "内部资料");
    }

    @Test
    void mergedCellsStandOnceWithTheirSpans() throws IOException {
        String merge = "<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>";
        String more = "<w:tcPr><w:vMerge/></w:tcPr>";
        Grid grid = TestFiles.grid(
                read("<w:tbl><w:tr><w:tc>" + merge + p("类别") + "</w:tc><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>"
                        + p("任务") + "</w:tc></w:tr><w:tr><w:tc>" + more + "<w:p/></w:tc><w:tc>" + p("一") + p("二")
                        + "</w:tc><w:tc>" + p("三")
                        + "</w:tc></w:tr></w:tbl>"));
        assertThat(grid.rows().get(0)).extracting(Grid.Cell::rowSpan).containsExactly(2, 1);
        assertThat(grid.rows().get(0)).extracting(Grid.Cell::columnSpan).containsExactly(1, 2);
        assertThat(grid.rows().get(1)).extracting(Grid.Cell::text).containsExactly("一\n二", "三");
    }

    @Test
    void aDamagedEndLeavesTheBeginning() throws IOException {
        ExtractedText text = read(p("第一段") + p("第二段") + "<w:p><w:r><w:t>第三段</w:r></w:p>");
        assertThat(TestFiles.paragraphs(text)).containsExactly("第一段", "第二段");
        assertThat(TestFiles.codes(text)).contains("docx.damaged");
    }
}
