package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Uid;
import org.gongbao.recognition.RecordsOfFiles;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Section;
import org.gongbao.record.Source;
import org.gongbao.record.Table;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class AkomaNtosoTest {

    private static final String BASE = "https://gongbao.yunzhou.example";

    private static final long SEED = 20240301;

    private static final int MOST_FILES = 60;

    private static byte[] written(DocumentRecord record) {
        PublishedDocument document =
                DemoDocuments.document(new Uid("a0000000000000a0"), 1, 1, record, false, List.of());
        return AkomaNtoso.write(document, BASE);
    }

    private static Document parsed(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static DocumentRecord.Builder paper() {
        return DocumentRecord.builder(new Source("a.txt", "ab", "text/plain", 1, "UTF-8", null, false))
                .title("关于开放集市的通知")
                .documentNumber("云政发〔2024〕3号")
                .documentKind("通知")
                .issuers(List.of("云州市人民政府"))
                .text("各区人民政府：\n一、目标\n年底开放。\n（一）东市先开。\n云州市人民政府\n2024年3月1日")
                .sections(List.of(
                        new Section("一", 1, "目标", "年底开放。", List.of(new Section("（一）", 2, null, "东市先开。", List.of())))));
    }

    @Test
    void theTextStandsInItsSectionsAndWhatIsInNoneBeforeAndBehind() throws Exception {
        Document akn = parsed(written(paper().build()));
        assertThat(akn.getElementsByTagName("preamble").item(0).getTextContent())
                .isEqualTo("各区人民政府：");
        assertThat(akn.getElementsByTagName("conclusions").item(0).getTextContent())
                .isEqualTo("云州市人民政府2024年3月1日");
        assertThat(akn.getElementsByTagName("mainBody").item(0).getTextContent())
                .isEqualTo("一目标年底开放。（一）东市先开。");
        assertThat(akn.getElementsByTagName("hcontainer")
                        .item(1)
                        .getAttributes()
                        .getNamedItem("eId")
                        .getNodeValue())
                .isEqualTo("sec_1__sec_1");
        assertThat(akn.getElementsByTagName("docNumber").item(0).getTextContent())
                .isEqualTo("云政发〔2024〕3号");
        assertThat(akn.getElementsByTagName("FRBRlanguage")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("language")
                        .getNodeValue())
                .isEqualTo("zho");
    }

    @Test
    void oddRecordsAreValidByTheSchemaOfTheStandard() throws Exception {
        validate(List.of(
                paper().build(),
                withTables().build(),
                withTables().sections(List.of()).build(),
                paper().tables(List.of(new Table("空", List.of(), List.of(List.of()), List.of())))
                        .build(),
                DemoRecords.hostile(),
                DocumentRecord.builder(new Source("a.txt", "ab", "text/plain", 1, null, null, false))
                        .build()));
    }

    private static final Table FEES = new Table(
            "附表 收费标准", List.of("项目", "标准"), List.of(List.of("摊位费", "每日5元"), List.of("卫生费", "每日1元\n免收三个月")), List.of(1));

    private static final Table DAYS =
            new Table(null, List.of(), List.of(List.of("东市", "周六"), List.of("西市", "周日")), List.of(1));

    /** A table in a section, one behind the sections, and one whose words are not in the text. */
    private static DocumentRecord.Builder withTables() {
        return paper().text("各区人民政府：\n一、目标\n收费如下。\n附表 收费标准\n项目\n标准\n摊位费\n每日5元\n卫生费\n每日1元\n免收三个月\n照此执行。\n"
                        + "云州市人民政府\n东市\n周六\n西市\n周日\n2024年3月1日")
                .sections(List.of(new Section(
                        "一", 1, "目标", "收费如下。\n附表 收费标准\n项目\n标准\n摊位费\n每日5元\n卫生费\n每日1元\n免收三个月\n照此执行。", List.of())))
                .tables(List.of(FEES, DAYS, new Table("图", List.of("甲", "乙"), List.of(List.of("丙", "丁")), List.of(2))));
    }

    @Test
    void tablesStandInPlaceOfTheirLines() throws Exception {
        Document akn = parsed(written(withTables().build()));
        assertThat(words(akn, "content"))
                .containsExactly(
                        "p 收费如下。",
                        "p 附表 收费标准",
                        "table sec_1__table_1: 附表 收费标准 / th 项目 th 标准 / td 摊位费 td 每日5元 / td 卫生费 td 每日1元+免收三个月",
                        "p 照此执行。");
        assertThat(words(akn, "conclusions"))
                .containsExactly("p 云州市人民政府", "table table_3: td 东市 td 周六 / td 西市 td 周日", "p 2024年3月1日");
        assertThat(words(akn, "mainBody")).last().isEqualTo("table table_2: 图 / th 甲 th 乙 / td 丙 td 丁");
    }

    @Test
    void aDocumentWithoutSectionsHasItsTablesInItsBody() throws Exception {
        Document akn = parsed(written(withTables().sections(List.of()).build()));
        assertThat(words(akn, "mainBody"))
                .contains("p 照此执行。", "table table_2: td 东市 td 周六 / td 西市 td 周日")
                .doesNotContain("p 摊位费", "p 东市");
        assertThat(akn.getElementsByTagName("conclusions").getLength()).isZero();
    }

    @Test
    void twoTablesOfTheSameCellsAreBothThere() throws Exception {
        Document akn = parsed(written(paper().sections(List.of())
                .text("东市\n周六\n西市\n周日\n又\n东市\n周六\n西市\n周日")
                .tables(List.of(DAYS, DAYS))
                .build()));
        assertThat(words(akn, "mainBody")).hasSize(3).element(1).isEqualTo("p 又");
    }

    /** The children of the first such element, each in a line. */
    private static List<String> words(Document akn, String element) {
        List<String> words = new ArrayList<>();
        for (Element child :
                children((Element) akn.getElementsByTagName(element).item(0))) {
            List<String> rows = new ArrayList<>();
            for (Element row : child.getTagName().equals("table") ? children(child) : List.<Element>of()) {
                rows.add(
                        row.getTagName().equals("caption")
                                ? row.getTextContent()
                                : children(row).stream()
                                        .map(cell -> cell.getTagName() + " "
                                                + children(cell).stream()
                                                        .map(Element::getTextContent)
                                                        .collect(Collectors.joining("+")))
                                        .collect(Collectors.joining(" ")));
            }
            words.add(
                    rows.isEmpty()
                            ? child.getTagName() + " " + child.getTextContent()
                            : "table " + child.getAttribute("eId") + ": " + String.join(" / ", rows));
        }
        return words;
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (int i = 0; i < parent.getChildNodes().getLength(); i++) {
            children.add((Element) parent.getChildNodes().item(i));
        }
        return children;
    }

    /** A bounded choice of a folder of real documents, read as the program reads them. */
    @Test
    void realDocumentsAreValidByTheSchemaOfTheStandard() throws Exception {
        String corpus = System.getProperty("gongbao.corpus", "");
        assumeTrue(!corpus.isBlank(), "no folder of real documents: set gongbao.corpus");
        AkomaNtosoSchema.read();
        List<Path> files = texts(Path.of(corpus));
        assertThat(files).isNotEmpty();
        System.out.println("chosen by the seed " + SEED);
        Collections.shuffle(files, new Random(SEED));
        List<DocumentRecord> records = new ArrayList<>();
        for (Path file : files.subList(0, Math.min(MOST_FILES, files.size()))) {
            DocumentRecord record = RecordsOfFiles.record(file);
            records.add(record);
            records.addAll(record.items());
        }
        validate(records);
        System.out.println(records.size() + " records are valid Akoma Ntoso, with "
                + records.stream().mapToInt(record -> record.tables().size()).sum() + " tables");
    }

    /** Files whose text is not recognised from images, which takes long and tells nothing new here. */
    private static List<Path> texts(Path corpus) throws IOException {
        try (Stream<Path> files = Files.walk(corpus)) {
            return new ArrayList<>(files.filter(Files::isRegularFile)
                    .filter(file -> corpus.relativize(file).toString().matches("zh-(txt|html|pdf|docx)/.*"))
                    .filter(file -> !file.toString().endsWith(".meta.json"))
                    .sorted()
                    .toList());
        }
    }

    private static void validate(List<DocumentRecord> records) throws Exception {
        Schema schema = AkomaNtosoSchema.read();
        for (DocumentRecord record : records) {
            try {
                schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(written(record))));
            } catch (SAXException e) {
                throw new AssertionError(record.source().name() + ": " + e.getMessage(), e);
            }
        }
    }
}
