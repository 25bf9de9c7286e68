package org.gongbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.gongbao.extraction.ExtractionLimits;
import org.gongbao.extraction.Extractors;
import org.gongbao.extraction.Paragraph;
import org.gongbao.publication.PackageContent;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates as they are given out: no prompt is ever taken for a value, and none goes out unfilled. */
class UnfilledTemplatesTest {

    private static final Path TEMPLATES = Path.of("ingest/templates");

    @TempDir
    static Path folder;

    static List<String> names() {
        return Templates.over(null).names();
    }

    private static List<String> obstacles(DocumentRecord record) {
        return new UnfilledTemplateGate().obstacles(record, new PackageContent(record, Map.of()));
    }

    private static List<Finding> told(DocumentRecord record) {
        return record.findings().stream()
                .filter(finding -> finding.code().equals("template.unfilled"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void noPromptIsTakenForAValue(String name) throws IOException {
        DocumentRecord record =
                PublicPackage.working(new FilledTemplate(name).write(folder.resolve("as-given-" + name + ".docx")));

        assertThat(record.title()).isNull();
        assertThat(record.enclosedTitle()).isNull();
        assertThat(record.documentNumber()).isNull();
        assertThat(record.documentKind()).isNull();
        assertThat(record.instrumentForm()).isNull();
        assertThat(record.issuers()).isEmpty();
        assertThat(record.addressees()).isEmpty();
        assertThat(record.issuedOn()).isNull();
        assertThat(record.effectiveOn()).isNull();
        assertThat(record.attachments()).isEmpty();
        assertThat(record.citations()).isEmpty();
        assertThat(record.tasks()).isEmpty();
        assertThat(record.claims().values().stream().flatMap(List::stream))
                .allSatisfy(claim -> assertThat(claim.value() + claim.raw()).doesNotContain("请填写"));
        assertThat(told(record)).singleElement().extracting(Finding::severity).isEqualTo(Severity.WARNING);
        assertThat(obstacles(record)).hasSize(1);
    }

    @Test
    void aHalfFilledTemplateIsHeldAndThePromptsLeftAreNamed() throws IOException {
        DocumentRecord record = PublicPackage.working(new FilledTemplate("notice")
                .with("发文机关全称", "云州市财政局")
                .with("发文字号", "云财预〔2024〕3号")
                .with("署名", "云州市财政局")
                .with("成文日期", "2024年3月5日")
                .without("附件：")
                .without("2.")
                .without("本通知自")
                .without("一、")
                .without("二、")
                .without("（")
                .without("〔请填写：第")
                .without("〔请填写：发文的缘由")
                .write(folder.resolve("half.docx")));

        assertThat(told(record)).singleElement().satisfies(finding -> {
            assertThat(finding.quote()).isEqualTo("事由、主送机关");
            assertThat(finding.message()).contains("事由, 主送机关");
        });
        assertThat(obstacles(record)).singleElement().asString().contains("事由、主送机关");
        assertThat(record.documentNumber()).isEqualTo("云财预〔2024〕3号");
        assertThat(record.issuers()).containsExactly("云州市财政局");
        assertThat(record.issuedOn()).isEqualTo("2024-03-05");
        assertThat(record.title()).isNull();
        assertThat(record.addressees()).isEmpty();
    }

    @Test
    void theLetterheadDoesNotStandInForATitleThatIsNotFilledIn() throws IOException {
        DocumentRecord record = PublicPackage.working(new FilledTemplate("announcement")
                .with("发文机关全称", "云州市财政局")
                .with("年份", "2024")
                .with("序号", "3")
                .write(folder.resolve("without-title.docx")));

        assertThat(record.documentNumber()).isEqualTo("云州市财政局公告2024年第3号");
        assertThat(record.title()).isNull();
        assertThat(record.documentKind()).isNull();
    }

    @Test
    void aPromptInAnItemOfAnArchiveIsHeldToo() throws IOException {
        DocumentRecord item = PublicPackage.working(new FilledTemplate("notice").write(folder.resolve("item.docx")));
        DocumentRecord whole =
                item.toBuilder().findings(List.of()).items(List.of(item)).build();

        assertThat(obstacles(whole)).hasSize(1);
        assertThat(obstacles(whole.toBuilder().items(List.of()).build())).isEmpty();
    }

    @Test
    void thePageAndTheFontsAreThoseOfTheStandard() throws IOException {
        try (XWPFDocument document = new XWPFDocument(
                new ByteArrayInputStream(Templates.over(null).docx("notice").orElseThrow()))) {
            var section = document.getDocument().getBody().getSectPr();
            assertThat(List.of(section.getPgSz().getW(), section.getPgSz().getH()))
                    .extracting(Object::toString)
                    .containsExactly("11906", "16838");
            var footer = document.getFooterList().get(0).getParagraphs().get(0).getCTP();
            assertThat(footer.getFldSimpleArray(0).getInstr()).isEqualTo("PAGE");
            assertThat(footer.getFldSimpleArray(0)
                            .getRArray(0)
                            .getRPr()
                            .getRFontsArray(0)
                            .getEastAsia())
                    .isEqualTo("宋体");
            var margins = section.getPgMar();
            assertThat(Stream.of(margins.getTop(), margins.getBottom(), margins.getLeft(), margins.getRight())
                            .map(twips -> Math.round(Integer.parseInt(twips.toString()) / 1440.0 * 25.4)))
                    .containsExactly(37L, 35L, 28L, 26L);
            assertThat(List.of("title", "body", "heading", "subheading"))
                    .extracting(style -> document.getStyles()
                            .getStyle(style)
                            .getCTStyle()
                            .getRPr()
                            .getRFontsArray(0)
                            .getEastAsia())
                    .containsExactly("方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312");
        }
    }

    @Test
    void headingsHaveOutlineLevels() throws IOException {
        Path file = new FilledTemplate("notice").write(folder.resolve("levels.docx"));

        assertThat(Extractors.extract(file, "levels.docx", ExtractionLimits.DEFAULT).blocks().stream()
                        .map(Paragraph.class::cast)
                        .filter(paragraph -> paragraph.style().outline() > 0)
                        .map(paragraph -> paragraph.text().charAt(0) + " "
                                + paragraph.style().outline()))
                .containsExactly("一 1", "二 1", "（ 2", "（ 2");
    }

    @Test
    void everyTemplateIsPackedAndNamedByTheReadme() throws IOException {
        String readme = Files.readString(TEMPLATES.resolve("README.md"));
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            Set<String> found = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".yaml"))
                    .collect(Collectors.toSet());
            assertThat(names().stream().map(name -> name + ".yaml")).containsExactlyInAnyOrderElementsOf(found);
            assertThat(found).allSatisfy(file -> assertThat(readme).contains("`" + file + "`"));
        }
        assertThat(Stream.of(TemplateReader.KEYS, TemplateReader.TABLE, TemplateReader.parts())
                        .flatMap(Set::stream))
                .allSatisfy(key -> assertThat(readme).contains("`" + key + "`"));
    }

    @Test
    void aFolderOfOnesOwnReplacesAndAddsTemplates(@TempDir Path own) throws IOException {
        Path templates = Files.createDirectory(own.resolve("templates"));
        Files.writeString(templates.resolve("notice.yaml"), "name: 本市通知\nparts:\n  - body: 〔请填写：内容〕");
        Files.writeString(templates.resolve("letter.yaml"), "name: 函\nparts:\n  - body: 〔请填写：内容〕");

        Templates all = Templates.over(own);

        assertThat(all.names()).contains("announcement", "letter", "notice");
        assertThat(all.title("notice")).contains("本市通知");
        assertThat(all.docx("letter")).isPresent();
        assertThat(all.docx("nothing")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: x#parts:#  - bodi: y|own.yaml line 3: \"bodi\" came; expected one of the keys letterhead",
                "name: x#parts:#  - number: 〔请填写：发文字号，如云财〔2024〕1号〕|own.yaml line 3: \"〔请填写：发文字号，如云财〔2024〕1号〕\" came; expected a prompt without digits",
                "name: x#parts:#  - body: 〔请填写：内容|own.yaml line 3: \"〔请填写：内容\" came; expected a prompt that ends with 〕",
                "name: x#parts:#  - table: {columns: [姓名, 身份证号], rows: 2}|expected no column 身份证号",
                "name: x#parts:#  - table: {columns: [姓名, 联系电话], rows: 2}|expected no column 联系电话",
                "name: x#parts:#  - table: {columns: [姓名], rows: many}|\"many\" came; expected rows as a whole number"
            })
    void aMistakeInADescriptionIsToldWithItsPlace(String yaml, String told, @TempDir Path own) throws IOException {
        Path templates = Files.createDirectory(own.resolve("templates"));
        Files.writeString(templates.resolve("own.yaml"), yaml.replace('#', '\n'));

        assertThatThrownBy(() -> Templates.over(own))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(told);
    }
}
