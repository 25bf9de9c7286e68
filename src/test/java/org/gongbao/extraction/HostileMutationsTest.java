package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Healthy files with some bytes changed, in the worker processes: none may cost a worker the life. Seeds are fixed and
 * printed; another one can be given as {@code gongbao.tests.seed}, the number of files as {@code gongbao.tests.mutations}.
 */
@Timeout(600)
class HostileMutationsTest {

    private static final long SEED = Long.getLong("gongbao.tests.seed", 20231208L);
    private static final int FILES = Integer.getInteger("gongbao.tests.mutations", 80);

    @TempDir
    static Path folder;

    private static WorkerPool workers;

    @BeforeAll
    static void start() {
        System.out.println("mutations: seed " + SEED + ", " + FILES + " of each format");
        workers = new WorkerPool(WorkerSettings.DEFAULT, folder.resolve("workers"));
    }

    @AfterAll
    static void end() {
        workers.close();
    }

    @Test
    void mutatedPdfs() throws IOException {
        Path whole = new PdfSample()
                .page()
                .prose(77, 100, 16, 28, "政府信息公开".repeat(30))
                .line(77, 400, 500, 400)
                .page()
                .text(77, 100, 16, "第二页")
                .save(folder.resolve("whole.pdf"));
        survive(Files.readAllBytes(whole), ".pdf");
    }

    @Test
    void mutatedWordDocuments() throws IOException {
        String numbered = "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr></w:p>";
        Map<String, byte[]> entries = TestFiles.entries(
                TestFiles.p("云州市人民政府") + numbered + "<w:tbl><w:tr><w:tc>" + TestFiles.p("格") + "</w:tc></w:tr></w:tbl>",
                Map.of("numbering", "<w:numbering $W/>", "styles", "<w:styles $W/>"));
        survive(HostileArchives.zip(entries), ".docx");
    }

    /** The markup itself, where the archive around it is whole. */
    @Test
    void mutatedMarkupOfWordDocuments() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < FILES; i++) {
            Map<String, byte[]> entries = TestFiles.entries(
                    TestFiles.p("云州市人民政府").repeat(3) + "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
                            + TestFiles.p("格") + "</w:tc></w:tr></w:tbl>",
                    Map.of());
            entries.computeIfPresent("word/document.xml", (name, bytes) -> mutated(bytes, random));
            check(HostileArchives.zip(entries), i + "-markup.docx");
        }
    }

    @Test
    void mutatedWorkbooks() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            for (int row = 0; row < 20; row++) {
                workbook.createSheet("表" + row).createRow(row).createCell(row).setCellValue("云州市" + row);
            }
            workbook.write(whole);
        }
        survive(whole.toByteArray(), ".xls");
    }

    private static void survive(byte[] whole, String ending) throws IOException {
        HostileOutcome healthy = HostileOutcome.of(workers, Files.write(folder.resolve("whole" + ending), whole));
        assertThat(healthy.record()).as("unchanged it is read: " + healthy).isNotNull();
        Random random = new Random(SEED);
        for (int i = 0; i < FILES; i++) {
            check(mutated(whole, random), i + ending);
        }
    }

    private static byte[] mutated(byte[] whole, Random random) {
        boolean cut = random.nextInt(5) == 0;
        byte[] bytes = cut ? Arrays.copyOf(whole, 1 + random.nextInt(whole.length)) : whole.clone();
        for (int n = 1 + random.nextInt(12); n > 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static void check(byte[] bytes, String name) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        HostileOutcome outcome = HostileOutcome.of(workers, file);
        assertThat(outcome.failed())
                .as("seed " + SEED + ", file " + name + ": " + outcome)
                .isFalse();
        if (outcome.record() == null) {
            outcome.saysWhatCameAndWhatWasExpected();
        }
        Files.delete(file);
    }
}
