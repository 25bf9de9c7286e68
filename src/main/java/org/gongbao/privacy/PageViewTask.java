package org.gongbao.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.ExtractionJson;
import org.gongbao.extraction.Page;
import org.gongbao.extraction.PagePictures;
import org.gongbao.extraction.TextPlaces;
import org.gongbao.extraction.WorkerTask;
import org.gongbao.publication.PublicPages;
import org.gongbao.publication.PublicPages.Sheet;

/**
 * Draws the pages of a public PDF in a worker process and finds the record's text on them. Options: {@code target}, a folder for the
 * pictures; {@code text}, a file with the record's text; {@code reading}, a file with what was read of these very pages, as
 * {@link ExtractionJson#readFrom} takes it, where that is known (the lines of the PDF itself otherwise); {@code corrections},
 * what people read there. Its result is the JSON of {@link PublicPages}.
 */
public final class PageViewTask implements WorkerTask {

    static final String NAME = "page-views";

    /** Enough to read small print on a screen. */
    private static final double DOTS_PER_INCH = 120;

    private static final double POINTS_PER_INCH = 72;

    /** Most dots of a picture's sides: a screen shows no more of a page. */
    private static final double WIDEST = 1_000;

    private static final double HIGHEST = 1_600;

    /** Pages beyond this have no picture. */
    private static final int MOST_PICTURES = 500;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public byte[] run(Path file, Map<String, String> options, Pages pages) throws IOException {
        Path target = Path.of(Objects.requireNonNull(options.get("target")));
        try (PagePictures pictures = PagePictures.open(file, "application/pdf")) {
            pages.expect(pictures.count(), false);
            Map<Integer, List<PublicPages.TextLine>> lines = lines(file, pictures, options);
            List<Sheet> sheets = new ArrayList<>();
            for (int number = 1; number <= pictures.count(); number++) {
                Page size = pictures.page(number);
                PublicPages.Image image = number > MOST_PICTURES ? null : image(pictures, size, target, pages);
                sheets.add(
                        new Sheet(number, size.width(), size.height(), image, lines.getOrDefault(number, List.of())));
            }
            return new PublicPages(sheets).json();
        }
    }

    private static Map<Integer, List<PublicPages.TextLine>> lines(
            Path file, PagePictures pictures, Map<String, String> options) throws IOException {
        String text = Files.readString(Path.of(Objects.requireNonNull(options.get("text"))), StandardCharsets.UTF_8);
        String reading = options.get("reading");
        ExtractedText read = reading == null
                ? null
                : new TextPlaces(ExtractionJson.readFrom(Path.of(reading)))
                        .with(ExtractionJson.corrections(options.getOrDefault("corrections", "[]")))
                        .text();
        boolean isOfThesePages = read != null && read.pages().size() == pictures.count();
        List<PlacedLine> placed = read != null && isOfThesePages ? PlacedLines.of(read) : PlacedLines.ofOwn(file);
        return LineAlignment.of(text, placed).stream()
                .collect(Collectors.groupingBy(
                        LineAlignment.Found::page, Collectors.mapping(LineAlignment.Found::line, Collectors.toList())));
    }

    /** What an earlier try has drawn is on disk, and kept is its name. A page that cannot be drawn has no picture. */
    private static PublicPages.@org.jspecify.annotations.Nullable Image image(
            PagePictures pictures, Page size, Path target, Pages pages) throws IOException {
        int number = size.number();
        byte[] kept = pages.kept(number).orElse(null);
        if (kept == null && !pages.givenUp(number)) {
            kept = draw(pictures, size, target).getBytes(StandardCharsets.US_ASCII);
            pages.keep(number, kept);
        }
        if (kept == null || kept.length == 0) {
            return null;
        }
        String[] words = new String(kept, StandardCharsets.US_ASCII).split(" ");
        return new PublicPages.Image(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    }

    private static String draw(PagePictures pictures, Page size, Path target) throws IOException {
        double dpi = Math.min(
                DOTS_PER_INCH,
                Math.min(POINTS_PER_INCH * WIDEST / size.width(), POINTS_PER_INCH * HIGHEST / size.height()));
        java.awt.image.BufferedImage image;
        try {
            image = pictures.image(size.number(), dpi);
        } catch (IOException e) {
            return "";
        }
        ScreenPicture picture = ScreenPicture.of(image);
        String name = String.format(Locale.ROOT, "pages/%04d.%s", size.number(), picture.extension());
        Path to = target.resolve(name);
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        Files.write(to, picture.bytes());
        return name + " " + image.getWidth() + " " + image.getHeight();
    }
}
