package org.gongbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.ExtractionJson;
import org.gongbao.extraction.ExtractionLimits;
import org.gongbao.extraction.Extractors;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicPages;
import org.gongbao.publication.PublicPages.Sheet;
import org.gongbao.publication.PublicPages.TextLine;
import org.gongbao.record.Box;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageViewsTest {

    private static final Path SAMPLES = Path.of("ingest/samples");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "public-data-decree.pdf, 0.99",
        "gazette-2023-3.pdf, 0.97",
        "data-opening-plan.docx, 0.98",
        "cleanup-list.xlsx, 0.95",
        "safety-circular.ofd, 0.99",
    })
    void theTextIsFoundOnThePagesAndEveryLineStandsOnInk(String name, double share) throws IOException {
        PackageContent content = PublicPackage.of(Files.copy(SAMPLES.resolve(name), folder.resolve(name)));

        assertThat(found(content)).as(name).isGreaterThanOrEqualTo(share);
        assertThatLinesStandOnInk(content);
    }

    @Test
    void whatWasReadOfAScanSaysWhereItsTextStands() throws IOException {
        Path file = Files.copy(SAMPLES.resolve("road-notice-scan.pdf"), folder.resolve("scan.pdf"));
        DocumentRecord working = PublicPackage.working(file);
        ExtractedText text = Extractors.extract(file, "scan.pdf", ExtractionLimits.DEFAULT);
        String json = "{\"extraction\":" + new String(ExtractionJson.write(text), StandardCharsets.UTF_8) + "}";
        Decided decided = Decided.NONE.with(Files.writeString(folder.resolve("reading.json"), json));

        PackageContent content = PublicPackage.of(file, working, decided, Portion.WHOLE_FILE);

        assertThat(content.record().source().recognisedByOcr()).isTrue();
        assertThat(found(content)).isGreaterThanOrEqualTo(0.97);
        assertThatLinesStandOnInk(content);
    }

    @Test
    void aPageTakesFewBytesAndHasNothingButDots() throws IOException {
        PackageContent content =
                PublicPackage.of(Files.copy(SAMPLES.resolve("public-data-decree.pdf"), folder.resolve("decree.pdf")));

        for (Sheet sheet : pages(content).sheets()) {
            PublicPages.Image image = Objects.requireNonNull(sheet.image());
            byte[] bytes = Files.readAllBytes(file(content, image.name()));
            assertThat(bytes.length).as(image.name()).isLessThan(130_000);
            assertThat(image.width()).isBetween(900, 1_001);
            String raw = new String(bytes, StandardCharsets.ISO_8859_1);
            assertThat(raw).doesNotContain("tEXt", "iTXt", "tIME", "eXIf", "Exif", "http");
        }
    }

    @Test
    void twoTriesGiveTheSameBytes() throws IOException {
        Path file = Files.copy(SAMPLES.resolve("data-opening-plan.docx"), folder.resolve("plan.docx"));
        PackageContent first = PublicPackage.of(file);
        PackageContent second = PublicPackage.of(file);

        assertThat(first.files().keySet())
                .contains("pages.json", "pages/0001.png")
                .isEqualTo(second.files().keySet());
        for (String name : first.files().keySet()) {
            assertThat(file(first, name)).as(name).hasSameBinaryContentAs(file(second, name));
        }
    }

    @Test
    void theFormOfPagesIsReadAsItWasWritten() {
        PublicPages pages = new PublicPages(List.of(
                new Sheet(
                        1,
                        595.3,
                        841.9,
                        new PublicPages.Image("pages/0001.jpg", 992, 1403),
                        List.of(new TextLine(0, 12, new Box(90.1, 100, 300.5, 14)))),
                new Sheet(2, 595.3, 841.9, null, List.of())));

        assertThat(PublicPages.read(pages.json())).isEqualTo(pages);
    }

    @Test
    void aPhotographIsAJpegAndADrawingAPng() throws IOException {
        BufferedImage photograph = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < 800; y++) {
            for (int x = 0; x < 600; x++) {
                photograph.setRGB(x, y, x * 255 / 600 << 16 | y * 255 / 800 << 8 | random.nextInt(256));
            }
        }
        assertThat(ScreenPicture.of(photograph).extension()).isEqualTo("jpg");
        BufferedImage drawing = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
        drawing.createGraphics().fillRect(100, 100, 50, 50);
        ScreenPicture picture = ScreenPicture.of(drawing);
        assertThat(picture.extension()).isEqualTo("png");
        BufferedImage read = ImageIO.read(new java.io.ByteArrayInputStream(picture.bytes()));
        assertThat(read.getRGB(120, 120) & 0xffffff).isEqualTo(0xffffff);
        assertThat(read.getRGB(20, 20) & 0xffffff).isZero();
    }

    /** The share of the text's characters, without blanks, that a line of a page holds. */
    private static double found(PackageContent content) throws IOException {
        int[] text = content.record().text().codePoints().toArray();
        boolean[] held = new boolean[text.length];
        for (Sheet sheet : pages(content).sheets()) {
            for (TextLine line : sheet.lines()) {
                java.util.Arrays.fill(held, line.start(), line.end(), true);
            }
        }
        int all = 0;
        int found = 0;
        for (int i = 0; i < text.length; i++) {
            if (!Character.isWhitespace(text[i]) && !Character.isSpaceChar(text[i])) {
                all++;
                found += held[i] ? 1 : 0;
            }
        }
        System.out.println("found " + found + " of " + all);
        return found / (double) all;
    }

    private static void assertThatLinesStandOnInk(PackageContent content) throws IOException {
        for (Sheet sheet : pages(content).sheets()) {
            PublicPages.Image image = Objects.requireNonNull(sheet.image());
            BufferedImage dots = ImageIO.read(file(content, image.name()).toFile());
            assertThat(dots.getWidth()).isEqualTo(image.width());
            double scale = image.width() / sheet.width();
            for (TextLine line : sheet.lines()) {
                assertThat(inked(dots, line.box(), scale))
                        .as("page " + sheet.number() + " " + line)
                        .isTrue();
            }
        }
    }

    private static boolean inked(BufferedImage dots, Box box, double scale) {
        for (int y = (int) (box.y() * scale); y <= Math.min(dots.getHeight() - 1, box.bottom() * scale); y++) {
            for (int x = (int) (box.x() * scale); x <= Math.min(dots.getWidth() - 1, box.right() * scale); x++) {
                if ((dots.getRGB(x, Math.max(0, y)) >> 8 & 0xff) < 0x80) {
                    return true;
                }
            }
        }
        return false;
    }

    private static PublicPages pages(PackageContent content) throws IOException {
        return PublicPages.read(Files.readAllBytes(file(content, PublicPages.NAME)));
    }

    private static Path file(PackageContent content, String name) {
        return Objects.requireNonNull(content.files().get(name));
    }
}
