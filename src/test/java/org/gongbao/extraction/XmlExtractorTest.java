package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongbao.record.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlExtractorTest {

    @TempDir
    Path folder;

    private ExtractedText read(String xml) throws IOException {
        return read(xml, StandardCharsets.UTF_8);
    }

    private ExtractedText read(String xml, Charset charset) throws IOException {
        return TestFiles.read(TestFiles.text(folder, "a.xml", xml, charset));
    }

    private static List<String> paths(ExtractedText text) {
        return text.blocks().stream().map(block -> ((Paragraph) block).path()).toList();
    }

    @Test
    void theWordsOfAllElementsComeInDocumentOrderEachWithItsPath() throws IOException {
        ExtractedText text = read("""
                <?xml version="1.0"?>
                <y:ordinance xmlns:y="urn:yunshui">
                  <title>雲水縣公園管理條例</title>
                  <article><no>第一條</no><body>為管理公園，制定本條例。</body></article>
                  <article><no>第二條</no><body/></article>
                </y:ordinance>
                """);
        assertThat(TestFiles.paragraphs(text)).containsExactly("雲水縣公園管理條例", "第一條", "為管理公園，制定本條例。", "第二條");
        assertThat(paths(text))
                .containsExactly(
                        "/ordinance[1]/title[1]",
                        "/ordinance[1]/article[1]/no[1]",
                        "/ordinance[1]/article[1]/body[1]",
                        "/ordinance[1]/article[2]/no[1]");
        assertThat(text.metadata())
                .containsEntry("xml.root", "ordinance")
                .containsEntry("xml.namespace", "urn:yunshui");
        assertThat(text.mediaType()).isEqualTo("application/xml");
        assertThat(text.findings()).isEmpty();
    }

    @Test
    void elementsInsideASentenceAreJoinedAndListsInsideItAreParted() throws IOException {
        ExtractedText text = read("""
                <act>
                  <p>The council, having
                     regard to the <i>Harbours Act</i>
                     , decides:
                     <list><item>first</item><item>second <b>part</b></item></list>
                     and nothing else.
                  </p>
                </act>
                """);
        assertThat(TestFiles.paragraphs(text))
                .containsExactly(
                        "The council, having regard to the Harbours Act, decides:",
                        "first",
                        "second part",
                        "and nothing else.");
    }

    @Test
    void linesKeptInCdataAreParagraphsUnlessTheyWereWrapped() throws IOException {
        ExtractedText text = read("""
                <law>
                <history><![CDATA[1.民國一年制定
                2.民國二年修正]]></history>
                <body><![CDATA[本條例所稱之公園，指供公眾遊憩之用而由縣政府設置並管
                理之園地及其附屬設施：
                一、市區公園，包括市區內之廣場、綠地以及供兒童遊戲之
                　　場地。
                二、郊野公園。]]></body>
                <body><![CDATA[公園之管理機關為縣政府工務局，於必要時得委託鄉公所管
                理。]]></body>
                <body><![CDATA[公園之設置及擴充由縣政府工務局擬訂計畫，經縣議會議決
                後實施。]]></body>
                </law>
                """);
        assertThat(TestFiles.paragraphs(text))
                .containsExactly(
                        "1.民國一年制定",
                        "2.民國二年修正",
                        "本條例所稱之公園，指供公眾遊憩之用而由縣政府設置並管理之園地及其附屬設施：",
                        "一、市區公園，包括市區內之廣場、綠地以及供兒童遊戲之場地。",
                        "二、郊野公園。",
                        "公園之管理機關為縣政府工務局，於必要時得委託鄉公所管理。",
                        "公園之設置及擴充由縣政府工務局擬訂計畫，經縣議會議決後實施。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Big5", "GB18030", "UTF-16LE"})
    void itsCharactersAreReadInTheEncodingItSays(String charset) throws IOException {
        String xml = "<?xml version=\"1.0\" encoding=\"" + charset
                + "\"?><公報><名稱>雲水縣政府公報</名稱><內容>本公報每月發行一期，刊登縣政府之命令與公告。</內容></公報>";
        assertThat(TestFiles.paragraphs(read(xml, Charset.forName(charset)))).contains("雲水縣政府公報");
    }

    @Test
    void nothingOutsideTheFileIsReadAndNothingInsideItMultiplies() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "机密内容");
        ExtractedText text = read("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri()
                + "'><!ENTITY l0 'ha'><!ENTITY l1 '&l0;&l0;&l0;'>]><a xmlns:xi='http://www.w3.org/2001/XInclude'>"
                + "<p>前&x;后 &l1;&nbsp;完</p><xi:include href='" + secret.toUri() + "' parse='text'/></a>");
        assertThat(TestFiles.paragraphs(text)).singleElement().asString().doesNotContain("机密", "haha");
        assertThat(TestFiles.paragraphs(text).get(0)).startsWith("前").endsWith("完");
        assertThat(text.findings()).extracting(Finding::code).contains("xml.entities");
    }

    @Test
    void whatStandsBeforeDamageIsKept() throws IOException {
        ExtractedText text = read("<?xml version='1.0'?><a><p>第一条 好的。</p><p>第二条 坏<的。</p></a>");
        assertThat(TestFiles.paragraphs(text)).first().isEqualTo("第一条 好的。");
        assertThat(text.findings()).extracting(Finding::code).contains("xml.damaged");
    }

    @Test
    void elementsNestedTooDeepAreRefused() {
        String deep = "<?xml version='1.0'?>" + "<a>".repeat(5000) + "x" + "</a>".repeat(5000);
        assertThatThrownBy(() -> read(deep))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("expected at most");
    }

    @Test
    void xhtmlIsReadAsAPage() throws IOException {
        assertThat(read("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>云州</p></body></html>")
                        .mediaType())
                .isEqualTo("text/html");
    }
}
