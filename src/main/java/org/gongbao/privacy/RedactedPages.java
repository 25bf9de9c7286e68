package org.gongbao.privacy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.Grid;
import org.gongbao.extraction.HiddenContent;
import org.gongbao.extraction.Page;
import org.gongbao.extraction.PagePictures;
import org.gongbao.extraction.Paragraph;
import org.gongbao.extraction.PlacedCharacter;
import org.gongbao.record.Box;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Makes a PDF anew from pictures of the pages of a file (重制页面): every page as it is shown, without loss, with covers over
 * what goes and the redacted text laid over it. Nothing of the file itself comes along, whatever it held beside its pages.
 */
final class RedactedPages {

    /** Dots per inch at which pages of text are drawn, and pages that are pictures themselves. */
    static final double TEXT_DPI = 200;

    static final double PICTURE_DPI = 300;

    private final ExtractedText original;
    private final RedactedText.Result redacted;
    private final Removals removals;
    private final LegibleCheck legible;
    private final List<Finding> findings = new ArrayList<>();
    private final StringBuilder uncovered = new StringBuilder();

    RedactedPages(ExtractedText original, RedactedText.Result redacted, Removals removals, LegibleCheck legible) {
        this.original = original;
        this.redacted = redacted;
        this.removals = removals;
        this.legible = legible;
    }

    /** What still can be read, where it should not. */
    List<Finding> findings() {
        return findings;
    }

    /** The characters drawn on the pages that no cover hides, also those that were left out of the text. */
    String uncovered() {
        return uncovered.toString();
    }

    /** Writes the PDF; the same file gives the same bytes. */
    void write(Path file, PrintFonts fonts, Path target) throws IOException {
        try (PagePictures pictures = PagePictures.open(file, original.mediaType());
                PDDocument document = new PDDocument()) {
            TextLayer layer = new TextLayer(document, fonts);
            Set<Integer> unsure = picturesWithText();
            for (int number = 1; number <= pictures.count(); number++) {
                page(document, pictures, number, unsure.contains(number), layer);
            }
            document.setDocumentId(0L);
            document.save(target.toFile());
        }
    }

    /** Pages whose characters were recognised from a picture, by us or by whoever made the file: none knows where each stands. */
    private Set<Integer> picturesWithText() {
        Set<Integer> numbers = original.pages().stream()
                .filter(Page::recognisedByOcr)
                .map(Page::number)
                .collect(Collectors.toSet());
        original.findings().stream()
                .filter(HiddenContent.TEXT_LAYER_OVER_IMAGE::isNamed)
                .forEach(finding -> numbers.add(finding.page() == null ? 0 : finding.page()));
        return numbers;
    }

    private void page(PDDocument document, PagePictures pictures, int number, boolean isPicture, TextLayer layer)
            throws IOException {
        Page size = pictures.page(number);
        BufferedImage image = rgb(pictures.image(number, isPicture ? PICTURE_DPI : TEXT_DPI));
        List<PlacedCharacter> characters = pictures.characters(number);
        Covers covers = new Covers(characters);
        List<RedactedText.Touched> touched = redacted.touched().stream()
                .filter(line -> line.page() == number)
                .toList();
        touched.forEach(line -> {
            if (isPicture) {
                covers.whole(line.box());
            } else {
                covers.parts(line);
            }
        });
        covers.everywhere(removals);
        double scale = image.getWidth() / size.width();
        cover(image, covers.boxes(), scale);
        if (isPicture && !covers.boxes().isEmpty()) {
            List<Box> more = legible.boxes(image, size);
            cover(image, more, scale);
            if (!more.isEmpty() && !legible.boxes(image, size).isEmpty()) {
                findings.add(Finding.error(
                                PublicFileCheck.CODE + "still-legible",
                                "the picture of a page still shows what was to be removed")
                        .onPage(number));
            }
        }
        if (!isPicture) {
            uncovered.append(covers.uncovered());
        }
        draw(document, image, size, layer);
    }

    private static BufferedImage rgb(BufferedImage image) {
        BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = rgb.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return rgb;
    }

    private static void cover(BufferedImage image, List<Box> boxes, double scale) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.BLACK);
        for (Box box : boxes) {
            int left = (int) Math.floor(box.x() * scale);
            int top = (int) Math.floor(box.y() * scale);
            graphics.fillRect(
                    left,
                    top,
                    (int) Math.ceil(box.right() * scale) - left,
                    (int) Math.ceil(box.bottom() * scale) - top);
        }
        graphics.dispose();
    }

    private void draw(PDDocument document, BufferedImage image, Page size, TextLayer layer) throws IOException {
        PDPage page = new PDPage(new PDRectangle((float) size.width(), (float) size.height()));
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            out.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, (float) size.width(), (float)
                    size.height());
            for (Block block : redacted.text().blocks()) {
                if (block instanceof Paragraph paragraph) {
                    for (var line : paragraph.lines()) {
                        set(out, layer, size, line.page(), line.text(), line.box());
                    }
                } else if (block instanceof Grid grid) {
                    for (List<Grid.Cell> row : grid.rows()) {
                        for (Grid.Cell cell : row) {
                            set(out, layer, size, cell.page(), cell.text(), cell.box());
                        }
                    }
                }
            }
        }
    }

    /** The lines of a cell share its height. */
    private static void set(
            PDPageContentStream out, TextLayer layer, Page size, @Nullable Integer page, String text, @Nullable Box box)
            throws IOException {
        if (page == null || page != size.number() || box == null) {
            return;
        }
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        double height = box.height() / Math.max(1, lines.size());
        for (int i = 0; i < lines.size(); i++) {
            layer.set(out, lines.get(i), new Box(box.x(), box.y() + i * height, box.width(), height), size.height());
        }
    }
}
