package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.RecordJson;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Section;
import org.gongbao.record.Source;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class AkomaNtosoTest {

    private static final String BASE = "https://gongbao.yunzhou.example";

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
                DemoRecords.hostile(),
                DocumentRecord.builder(new Source("a.txt", "ab", "text/plain", 1, null, null, false))
                        .build()));
    }

    /** Records as the command extract writes them, where a folder of them is given as {@code gongbao.records}. */
    @Test
    void everyRecordOfAFolderIsValidByTheSchemaOfTheStandard() throws Exception {
        String folder = System.getProperty("gongbao.records", "");
        assumeTrue(!folder.isBlank(), "no folder of records: set gongbao.records");
        List<DocumentRecord> records = records(Path.of(folder), ".json");
        assertThat(records).isNotEmpty();
        validate(records);
        System.out.println(records.size() + " records are valid Akoma Ntoso");
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

    private static List<DocumentRecord> records(Path folder, String end) throws IOException {
        List<DocumentRecord> records = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(end)).sorted().toList()) {
                DocumentRecord record = RecordJson.read(Files.readAllBytes(file));
                records.add(record);
                records.addAll(record.items());
            }
        }
        return records;
    }
}
