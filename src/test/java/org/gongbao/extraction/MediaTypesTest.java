package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {

    @TempDir
    Path folder;

    private String sniff(byte[] bytes) throws IOException {
        return MediaTypes.sniff(Files.write(folder.resolve("file.bin"), bytes));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 ...|application/pdf",
                "junk before %PDF-1.4 ...|application/pdf",
                "{\\rtf1\\ansi text}|application/rtf",
                "GIF89a...|image/gif",
                "<!-- saved --><!DOCTYPE html><html></html>|text/html",
                "<p style='x'>云州市财政局</p>|text/html",
                "<?xml version='1.0'?><html xmlns='x'/>|text/html",
                "<?xml version='1.0'?><gazette/>|application/xml",
                "2020-03-09 INFO: saved <!DOCTYPE html><html><body></body></html>|text/html",
                "<!DOCTYPE html><html>an example of %PDF-1.4</html>|text/html",
                "<公報> <名稱>雲水縣公報</名稱>|application/xml",
                "<fo:root xmlns:fo='urn:x'><fo:block>|application/xml",
                "<关于印发绿化办法的通知> 各县人民政府：|text/plain",
                "{ \"title\": \"云州市公报\",|application/json",
                "{云州市}：以下简称本市|text/plain",
                "云政办字〔2023〕12号|text/plain",
                "1 < 2 and 3 > 2|text/plain"
            })
    void isToldByTheFirstBytes(String content, String mediaType) throws IOException {
        assertThat(sniff(content.getBytes(StandardCharsets.UTF_8))).isEqualTo(mediaType);
    }

    @Test
    void imagesAreToldByTheirMagicNumbers() throws IOException {
        assertThat(sniff(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}))
                .isEqualTo(MediaTypes.PNG);
        assertThat(sniff(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}))
                .isEqualTo(MediaTypes.JPEG);
        assertThat(sniff(new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0})).isEqualTo(MediaTypes.TIFF);
        assertThat(sniff(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8})).isEqualTo(MediaTypes.TIFF);
        byte[] bitmap = new byte[54];
        bitmap[0] = 'B';
        bitmap[1] = 'M';
        bitmap[26] = 1;
        assertThat(sniff(bitmap)).isEqualTo(MediaTypes.BMP);
    }

    @Test
    void aContainerIsWhatItHolds() throws IOException {
        assertThat(MediaTypes.sniff(TestFiles.docx(folder, TestFiles.p("通知")))).isEqualTo(MediaTypes.DOCX);
        Path ofd =
                TestFiles.zip(folder.resolve("a"), Map.of("OFD.xml", new byte[0], "Doc_0/Document.xml", new byte[0]));
        assertThat(MediaTypes.sniff(ofd)).isEqualTo(MediaTypes.OFD);
        Path zip = TestFiles.zip(folder.resolve("b"), Map.of("附件1.txt", TestFiles.bytes("名单")));
        assertThat(MediaTypes.sniff(zip)).isEqualTo(MediaTypes.ZIP);
        assertThat(sniff(workbook(new XSSFWorkbook()))).isEqualTo(MediaTypes.XLSX);
        assertThat(sniff(workbook(new HSSFWorkbook()))).isEqualTo(MediaTypes.XLS);
    }

    private static byte[] workbook(Workbook workbook) throws IOException {
        try (workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void anOle2ContainerIsToldByItsStreams() throws IOException {
        assertThat(sniff(ole2("WordDocument"))).isEqualTo(MediaTypes.DOC);
        assertThat(sniff(ole2("EncryptedPackage"))).isEqualTo(MediaTypes.ENCRYPTED_OFFICE);
        assertThat(sniff(ole2("CONTENTS"))).isEqualTo(MediaTypes.OLE2);
    }

    private static byte[] ole2(String stream) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            container.createDocument(new java.io.ByteArrayInputStream(new byte[] {1}), stream);
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    @Test
    void textInAnyEncodingIsText() throws IOException {
        String text = "云州市人民政府办公室关于加强政务公开工作的通知\n各县（区）人民政府，市政府各部门：\n";
        for (String charset : new String[] {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"}) {
            assertThat(sniff(text.getBytes(Charset.forName(charset))))
                    .as(charset)
                    .isEqualTo(MediaTypes.TEXT);
        }
        assertThat(sniff("雲州市政府公報：關於加強政務公開的通知".getBytes(Charset.forName("Big5"))))
                .isEqualTo(MediaTypes.TEXT);
    }

    @Test
    void nothingAndNoiseHaveNamesOfTheirOwn() throws IOException {
        byte[] noise = new byte[4000];
        new Random(20231).nextBytes(noise);
        assertThat(sniff(noise)).isEqualTo(MediaTypes.UNKNOWN);
        assertThat(sniff(new byte[0])).isEqualTo(MediaTypes.EMPTY);
    }
}
