package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real recognition in a real worker process. The engine comes for Linux on x86-64 only. */
class ImageExtractorTest {

    private static final List<String> LINES =
            List.of("GB/T 9704-2012", "Document No. 2023-12", "Yunzhou Municipal Office", "22 June 2023");

    @TempDir
    static Path folder;

    private static WorkerPool workers;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "the recognition engine comes for Linux on x86-64 only");
        workers = new WorkerPool(WorkerSettings.DEFAULT, folder.resolve("workers"));
    }

    @AfterAll
    static void end() {
        if (workers != null) {
            workers.close();
        }
    }

    private static String read(Path file, String type) {
        return new String(workers.run("image", file, Map.of("type", type)), StandardCharsets.UTF_8);
    }

    @Test
    void aMultiPageTiffIsReadPageByPageWhicheverWayItsPagesLie() throws IOException {
        BufferedImage page = TestImages.page(LINES);
        Path file = tiff("scan.tiff", page, PageTurn.turned(page, 180), PageTurn.turned(page, 90));
        String text = read(file, "image/tiff");
        for (String line : LINES) {
            assertThat(text.replace(" ", "").split(line.replace(" ", ""), -1))
                    .as(line + " in " + text)
                    .hasSize(4);
        }
        assertThat(text)
                .contains("!2 ocr.page-turned")
                .contains("!3 ocr.page-turned")
                .doesNotContain("!1");
    }

    @Test
    void aPngIsOnePageOfItsOwnSize() throws IOException {
        Path file = folder.resolve("扫描.png");
        ImageIO.write(TestImages.page(LINES), "png", file.toFile());
        assertThat(read(file, "image/png")).contains("9704-2012").contains("22 June 2023");
        try (ImageFile images = ImageFile.open(file, "image/png", ExtractionLimits.DEFAULT)) {
            assertThat(images.count()).isEqualTo(1);
            assertThat(images.page(1).height()).isEqualTo(841.9);
        }
    }

    @Test
    void anImageCutOffInTheMiddleIsAPageThatCannotBeRead() throws IOException {
        Path whole = folder.resolve("whole.png");
        ImageIO.write(TestImages.page(LINES), "png", whole.toFile());
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(bytes, bytes.length / 3));
        assertThat(read(cut, "image/png")).isEqualTo("!1 ocr.page-unreadable\n");
    }

    @Test
    void whatIsNoImageIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("通知.jpg"), "<html>错误</html>");
        assertThatThrownBy(() -> read(file, "image/jpeg"))
                .isInstanceOf(UnreadableFileException.class)
                .extracting("code")
                .isEqualTo("image.damaged");
    }

    @Test
    void anImageThatStatesAnAbsurdSizeIsNotUnpacked() throws IOException {
        byte[] bytes = new byte[60];
        bytes[0] = 'B';
        bytes[1] = 'M';
        java.nio.ByteBuffer header = java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        header.putInt(2, 60).putInt(10, 54).putInt(14, 40).putInt(18, 60_000).putInt(22, 60_000);
        header.putShort(26, (short) 1).putShort(28, (short) 24);
        Path file = Files.write(folder.resolve("flood.bmp"), bytes);
        assertThat(read(file, "image/bmp")).isEqualTo("!1 ocr.page-unreadable\n");
    }

    private static Path tiff(String name, BufferedImage... pages) throws IOException {
        Path file = folder.resolve(name);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return file;
    }
}
