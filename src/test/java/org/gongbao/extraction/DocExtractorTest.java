package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.model.FileInformationBlock;
import org.apache.poi.hwpf.model.SubdocumentType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads {@code notice.doc}: a notice of an invented city with numbering, a table and tracked changes, written by LibreOffice. */
class DocExtractorTest {

    @TempDir
    Path folder;

    private byte[] bytes;

    @BeforeEach
    void notice() throws IOException {
        try (InputStream in = DocExtractorTest.class.getResourceAsStream("/extraction/notice.doc")) {
            bytes = in.readAllBytes();
        }
    }

    private ExtractedText read(String name) throws IOException {
        return TestFiles.read(Files.write(folder.resolve(name), bytes));
    }

    @Test
    void paragraphsComeWithTheirAutomaticNumbers() throws IOException {
        assertThat(TestFiles.paragraphs(read("notice.doc")))
                .containsExactly(
                        "云州市人民政府办公室关于加强档案工作的通知",
                        "云政办字〔2023〕12号",
                        "各县（区）人民政府：",
                        "一、加强领导",
                        "（一）明确责任",
                        "（二）配齐人员",
                        "二、严格检查",
                        "保留的文字新增的文字",
                        "2023年3月1日");
    }

    @Test
    void deletedAndHiddenTextStaysOutWithFindings() throws IOException {
        ExtractedText text = read("notice.doc");
        assertThat(TestFiles.codes(text)).containsExactly("doc.deleted-text", "doc.inserted-text", "doc.hidden-text");
        assertThat(text.toString()).doesNotContain("删去的文字", "隐藏的文字");
    }

    @Test
    void headersAndFootersStandBesideTheText() throws IOException {
        bytes = withLastParagraphAsHeader(bytes, "2023年3月1日".length() + 1);
        ExtractedText text = read("notice.doc");
        assertThat(text.metadata()).containsEntry("header", "2023年3月1日");
        assertThat(TestFiles.paragraphs(text)).doesNotContain("2023年3月1日");
    }

    /** The stories of a DOC lie behind each other, parted by their lengths alone. */
    private static byte[] withLastParagraphAsHeader(byte[] doc, int length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HWPFDocument document = new HWPFDocument(new ByteArrayInputStream(doc))) {
            FileInformationBlock lengths = document.getFileInformationBlock();
            int main = lengths.getSubdocumentTextStreamLength(SubdocumentType.MAIN);
            lengths.setSubdocumentTextStreamLength(SubdocumentType.MAIN, main - length);
            lengths.setSubdocumentTextStreamLength(SubdocumentType.HEADER, length);
            document.write(out);
        }
        return out.toByteArray();
    }

    @Test
    void theLookOfTheTitleIsKept() throws IOException {
        Paragraph title = (Paragraph) read("notice.doc").blocks().get(0);
        assertThat(title.style()).isEqualTo(new Paragraph.Style(Paragraph.Align.CENTRE, 0, 22, true, true));
    }

    @Test
    void tablesGetTheirSpansBackFromTheEdgesOfCells() throws IOException {
        Grid grid = TestFiles.grid(read("notice.doc"));
        assertThat(grid.rows()).hasSize(3);
        assertThat(grid.rows().get(0)).extracting(Grid.Cell::rowSpan).containsExactly(2, 1);
        assertThat(grid.rows().get(0)).extracting(Grid.Cell::columnSpan).containsExactly(1, 2);
        assertThat(grid.rows().get(1)).extracting(Grid.Cell::text).containsExactly("名称", "单位");
        assertThat(grid.rows().get(2)).extracting(Grid.Cell::text).containsExactly("公开", "更新目录", "云州市档案局");
    }

    @Test
    void wordsBytesUnderTheNameOfWpsAreRead() throws IOException {
        assertThat(read("notice.wps").findings())
                .extracting(finding -> finding.code())
                .doesNotContain("file.type-differs");
    }

    @Test
    void aTruncatedFileIsRefused() throws IOException {
        bytes = Arrays.copyOf(bytes, 3_000);
        assertThatThrownBy(() -> read("notice.doc")).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void mutatedFilesGiveATextOrARefusal() throws IOException {
        long seed = 20230301;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        byte[] whole = bytes;
        int read = 0;
        for (int i = 0; i < 60; i++) {
            bytes = whole.clone();
            for (int j = 0; j < 20; j++) {
                bytes[512 + random.nextInt(bytes.length - 512)] = (byte) random.nextInt();
            }
            try {
                read("mutated.doc");
                read++;
            } catch (UnreadableFileException e) {
                assertThat(e).hasMessageContaining("expected");
            }
        }
        assertThat(read).isPositive();
    }
}
