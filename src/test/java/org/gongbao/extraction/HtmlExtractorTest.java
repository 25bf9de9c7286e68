package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlExtractorTest {

    @TempDir
    Path folder;

    private ExtractedText read(String html) throws IOException {
        return TestFiles.read(TestFiles.html(folder, html));
    }

    private static final String PAGE = """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>云州市人民政府办公室关于加强档案工作的通知_云州市人民政府</title>
            <meta name="SiteName" content="云州市人民政府"><meta name="ArticleTitle" content="云州市人民政府办公室关于加强档案工作的通知">
            <meta name="PubDate" content="2023-03-02 09:30"><style>p{color:red}</style><script>var a = "不是正文";</script></head><body>
            <div class="top-nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/hd">互动交流</a></li></ul></div>
            <div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a></div>
            <div class="main"><table class="meta"><tr><td>索 引 号：</td><td>000123456/2023-00012</td><td>发文机关：</td><td>云州市人民政府办公室</td></tr>
            <tr><td>发文字号：</td><td>云政办字〔2023〕12号</td><td>成文日期：</td><td>2023年3月1日</td></tr></table>
            <h1>云州市人民政府办公室<br>关于加强档案工作的通知</h1>
            <div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a> 【字体：<a>大</a> <a>中</a> <a>小</a>】</div>
            <div class="TRS_Editor"><p style="text-align:center">云政办字〔2023〕12号</p><p>各县（区）人民政府：</p>
            <p style="text-indent:2em"><strong>一、加强领导。</strong>现就有关事项通知如下。</p>
            <p>　　二、参见<a href="/a1">《云州市档案管理办法》</a>、<a href="/a2">《云州市档案利用规定》</a>、<a href="/a3">《云州市档案移交规定》</a>。</p>
            <p align="right">云州市人民政府办公室</p><p style="text-align: right;">2023年3月1日</p><p>（此件公开发布）</p>
            <p><a href="/files/a.docx">附件：档案目录.docx</a></p></div>
            <p>【<a href="javascript:print()">打印本页</a>】【<a href="javascript:close()">关闭窗口</a>】</p></div>
            <div class="hot"><h3>相关文章</h3><ul><li><a href="/1">关于召开会议的通知</a></li><li><a href="/2">关于放假的通知</a></li><li><a href="/3">关于值班的通知</a></li></ul></div>
            <div class="footer"><p>主办：云州市人民政府办公室</p><p>江ICP备20230001号 网站标识码：9900000001</p></div></body></html>
            """;

    @Test
    void thePageOfANoticeGivesTheNoticeAndNothingAroundIt() throws IOException {
        ExtractedText text = read(PAGE);
        assertThat(TestFiles.paragraphs(text))
                .containsExactly(
                        "云州市人民政府办公室关于加强档案工作的通知",
                        "云政办字〔2023〕12号",
                        "各县（区）人民政府：",
                        "一、加强领导。现就有关事项通知如下。",
                        "二、参见《云州市档案管理办法》、《云州市档案利用规定》、《云州市档案移交规定》。",
                        "云州市人民政府办公室",
                        "2023年3月1日",
                        "（此件公开发布）",
                        "附件：档案目录.docx");
        assertThat(text.metadata())
                .containsEntry("ArticleTitle", "云州市人民政府办公室关于加强档案工作的通知")
                .containsEntry("PubDate", "2023-03-02 09:30")
                .containsEntry("title", "云州市人民政府办公室关于加强档案工作的通知_云州市人民政府");
        assertThat(TestFiles.codes(text)).containsExactly("html.left-out");
    }

    @Test
    void theMetadataBlockStaysATable() throws IOException {
        Grid grid = TestFiles.grid(read(PAGE));
        assertThat(grid.rows()).hasSize(2);
        assertThat(grid.rows().get(0))
                .extracting(Grid.Cell::text)
                .containsExactly("索 引 号：", "000123456/2023-00012", "发文机关：", "云州市人民政府办公室");
    }

    @Test
    void headingAlignmentAndBoldAreKept() throws IOException {
        List<Paragraph> paragraphs = read(PAGE).blocks().stream()
                .filter(Paragraph.class::isInstance)
                .map(Paragraph.class::cast)
                .toList();
        assertThat(paragraphs.get(0).style().outline()).isEqualTo(1);
        assertThat(paragraphs.get(0).lines()).hasSize(2);
        assertThat(paragraphs.get(1).style().align()).isEqualTo(Paragraph.Align.CENTRE);
        assertThat(paragraphs.get(3).style().bold()).isFalse();
        assertThat(paragraphs.get(5).style().align()).isEqualTo(Paragraph.Align.RIGHT);
        assertThat(paragraphs.get(6).style().align()).isEqualTo(Paragraph.Align.RIGHT);
    }

    @Test
    void sizeAndColourAreReadFromStyles() throws IOException {
        ExtractedText text =
                read("<p><span style='font-size:18pt;color:#FF0000;font-weight:bold'>云州市人民政府文件</span></p>");
        assertThat(((Paragraph) text.blocks().get(0)).style())
                .isEqualTo(new Paragraph.Style(Paragraph.Align.UNKNOWN, 0, 18, true, true));
    }

    @Test
    void mergedCellsStandOnceWithTheirSpans() throws IOException {
        Grid grid = TestFiles.grid(
                read("<p>任务分工如下：</p><table><caption>任务表</caption><tr><th rowspan=2>序号</th><th colspan='2'>任务</th></tr>"
                        + "<tr><td>一<p>二</p></td><td rowspan=99>云州市<br>财政局</td></tr></table>"));
        assertThat(grid.rows().get(0)).extracting(Grid.Cell::rowSpan).containsExactly(2, 1);
        assertThat(grid.rows().get(0)).extracting(Grid.Cell::columnSpan).containsExactly(1, 2);
        assertThat(grid.rows().get(1)).extracting(Grid.Cell::text).containsExactly("一\n二", "云州市\n财政局");
        assertThat(grid.rows().get(1).get(1).rowSpan()).isEqualTo(1);
    }

    @Test
    void aTableThatLaysOutThePageIsNoTable() throws IOException {
        ExtractedText text = read(
                "<table><tr><td><table width=650><tr><td id='UCAP-CONTENT'><p>第一段。</p><p>第二段。</p></td></tr></table></td>"
                        + "<td></td></tr></table>");
        assertThat(TestFiles.paragraphs(text)).containsExactly("第一段。", "第二段。");
        assertThat(text.blocks()).noneMatch(Grid.class::isInstance);
    }

    @Test
    void hiddenTextIsLeftOutWithAFinding() throws IOException {
        ExtractedText text = read("<p>公开的内容。</p><p style='display: none'>藏起来的</p><div hidden>也是</div>");
        assertThat(TestFiles.paragraphs(text)).containsExactly("公开的内容。");
        assertThat(text.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("html.hidden-text");
            assertThat(finding.message()).contains("6 characters").doesNotContain("藏");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .tip {display: none}                                            | <p class='a tip'>藏起来的</p>
            /* p {display:none} */ #x, p.tip {color: red; VISIBILITY:hidden} | <p class='tip'>藏起来的</p>
            @import "a.css"; @media screen { .tip {display:none} }          | <div class=tip><p>藏起来的</p></div>
            .box .tip {display: none !important}                            | <div class=box><p class=tip style='display:block'>藏起来的</p></div>
            p {color: red}                                                  | <p style='opacity: 0;'>藏起来的</p>
            p {color: red}                                                  | <p style='font-size:0.0px'>藏起来的</p>
            """)
    void textThatAStyleHidesIsLeftOutWithAFinding(String rules, String hidden) throws IOException {
        ExtractedText text = read("<style>" + rules + "</style><p>公开的内容。</p>" + hidden);
        assertThat(TestFiles.paragraphs(text)).containsExactly("公开的内容。");
        assertThat(text.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("html.hidden-text");
            assertThat(finding.message()).contains("4 characters");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .pane {display:none} .pane.on {display:block}            | <div class='pane on'>看得见</div>
            .tabs>div {display:none} .tabs>div:first-child {display:block} | <div class=tabs><div>看得见</div></div>
            .pane {display:none}                                     | <div class=pane style='display: block'>看得见</div>
            .box:hover .pane {display:none}                          | <div class=box><p class=pane>看得见</p></div>
            @media print {.pane {display:none}} p {color:red}        | <p class=pane>看得见</p>
            @media (max-width: 600px) {.pane {display:none}}         | <p class=pane>看得见</p>
            p {color: red}                                           | <p style='opacity: 0.9'>看得见</p>
            p {color: red}                                           | <p style='font-size:0'><span style='font-size:14px'>看得见</span></p>
            """)
    void textThatAStyleShowsOnAScreenStays(String rules, String shown) throws IOException {
        ExtractedText text = read("<style>" + rules + "</style><p>公开的内容。</p>" + shown);
        assertThat(TestFiles.paragraphs(text)).containsExactly("公开的内容。", "看得见");
        assertThat(text.findings()).isEmpty();
    }

    @Test
    void aDocumentThatARuleHidesUntilAScriptShowsItIsKeptAndThatIsSaid() throws IOException {
        String menu = "<div>" + "政务公开、互动交流、办事服务。".repeat(9) + "</div>";
        ExtractedText text = read("<style>#zoom {display:none}</style>" + menu
                + "<div id=zoom><p>云州市人民政府2023年3月1日公告。</p><p>自即日起施行。</p></div>");
        assertThat(TestFiles.paragraphs(text)).contains("云州市人民政府2023年3月1日公告。", "自即日起施行。");
        assertThat(TestFiles.codes(text)).contains("html.hidden-kept").doesNotContain("html.hidden-text");
        ExtractedText paragraphs = read("<style>p {display:none}</style><p>云州市人民政府公告。</p><p>自即日起施行。</p>");
        assertThat(TestFiles.paragraphs(paragraphs)).hasSize(2);
        assertThat(TestFiles.codes(paragraphs)).containsExactly("html.hidden-kept");
    }

    @Test
    void lineBreaksAreParagraphsAndWideBlanksAreText() throws IOException {
        ExtractedText text = read("<div>　　第一条　为了规范\n管理。<br/>&nbsp;&nbsp;第二条&nbsp;&nbsp;本办法<b>自</b>发布之日起施行。</div>");
        assertThat(TestFiles.paragraphs(text)).containsExactly("第一条　为了规范管理。", "第二条\u00A0\u00A0本办法自发布之日起施行。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gb2312", "gbk", "utf-8", "iso-8859-1"})
    void theBytesOverrideAWrongDeclaration(String declared) throws IOException {
        String html = "<html><head><meta http-equiv='Content-Type' content='text/html; charset=" + declared
                + "'></head><body><p>云州市人民政府任免通知：喆、镕、堃三同志。</p></body></html>";
        for (String actual : new String[] {"GB18030", "UTF-8"}) {
            Path file = TestFiles.text(folder, "a.html", html, Charset.forName(actual));
            assertThat(TestFiles.paragraphs(TestFiles.read(file))).as(actual).containsExactly("云州市人民政府任免通知：喆、镕、堃三同志。");
            assertThat(TestFiles.read(file).charset()).isEqualTo(actual);
        }
    }

    @Test
    void aServersErrorPageIsAnError() throws IOException {
        ExtractedText text = read(
                "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><hr>nginx</body></html>");
        assertThat(TestFiles.codes(text)).contains("html.error-page");
        assertThat(TestFiles.codes(read("<html><body><p>您访问的页面不存在</p></body></html>")))
                .contains("html.error-page");
        assertThat(TestFiles.codes(read(PAGE))).doesNotContain("html.error-page");
    }

    @Test
    void deepNestingDoesNotOverflow() throws IOException {
        String html = "<div>".repeat(100_000) + "<p>云州市公告。</p>" + "<table><tr><td>".repeat(5_000) + "末尾。";
        assertThat(String.join("", TestFiles.paragraphs(read(html)))).contains("云州市公告。", "末尾。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>&#xD800;云州&#0;市&#x202E;</p><table><tr><td colspan=-1 rowspan=x>甲<td>乙<tr><td>丙",
                "<p style='font-size:..pt;text-align:'>云州</p></div></table></td><tr>散落",
                "<html><body><svg><p>云州</svg><math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;\">",
                "<html",
                "<p><![CDATA[云州]]><?php echo 1 ?>",
            })
    void messyPagesGiveAText(String html) throws IOException {
        assertThat(TestFiles.read(TestFiles.text(folder, "m.html", html + "<p>完。</p>", StandardCharsets.UTF_8))
                        .mediaType())
                .isEqualTo(MediaTypes.HTML);
    }

    @Test
    void listsOfOnesOwnTakeThePlaceOfThePackedOnesAlsoInsideAnArchive() throws IOException {
        Path profiles = Files.createDirectories(folder.resolve("own/profiles"));
        Files.writeString(profiles.resolve("pages.json"), "{\"furnitureTexts\": [\"云州专栏\"]}");
        String html = "<p>云州专栏</p><p>云州市人民政府公告。</p>";
        ExtractionLimits limits = new ExtractionLimits(10, 1 << 20, 10, folder.resolve("own"));
        assertThat(TestFiles.paragraphs(Extractors.extract(TestFiles.html(folder, html), limits)))
                .containsExactly("云州市人民政府公告。");
        Path zip = TestFiles.zip(folder.resolve("a.zip"), Map.of("a.html", TestFiles.bytes(html)));
        assertThat(TestFiles.paragraphs(
                        Extractors.extract(zip, limits).parts().get(0).text()))
                .containsExactly("云州市人民政府公告。");
        assertThat(TestFiles.paragraphs(read(html))).hasSize(2);
    }

    @Test
    void whatACrawlerWroteBeforeThePageIsLeftOut() throws IOException {
        ExtractedText text = read("2023-03-09 INFO: saved\n<!DOCTYPE html><html><body><p>公告。</p></body></html>");
        assertThat(TestFiles.paragraphs(text)).containsExactly("公告。");
        assertThat(TestFiles.codes(text)).containsExactly("html.before-page");
    }
}
