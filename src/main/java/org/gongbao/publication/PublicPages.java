package org.gongbao.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongbao.record.Box;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages of the public file as they look (页面图像), and where the lines of the record's text stand on them: what a reader needs to
 * see the text beside the page. It names no word of either; the text is told by places in it.
 */
public record PublicPages(List<Sheet> sheets) {

    /** Name of this file in a package. */
    public static final String NAME = "pages.json";

    private static final Pattern IMAGE = Pattern.compile("pages/\\d{4}\\.(png|jpg)");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NUMBERS_OF_A_LINE = 6;

    public PublicPages {
        sheets = List.copyOf(sheets);
    }

    /**
     * A page.
     *
     * @param number from 1
     * @param width in points, as boxes count
     * @param height in points
     * @param image null where the page has none
     */
    public record Sheet(
            int number,
            double width,
            double height,
            @Nullable Image image,
            List<TextLine> lines) {

        public Sheet {
            lines = List.copyOf(lines);
        }
    }

    /**
     * The picture of a page.
     *
     * @param name of its file in the package
     * @param width in dots
     * @param height in dots
     */
    public record Image(String name, int width, int height) {

        public Image {
            if (!IMAGE.matcher(name).matches()) {
                throw new IllegalArgumentException("a picture is named " + name + ", expected pages/0001.png or .jpg");
            }
        }
    }

    /**
     * A line of the text on a page.
     *
     * @param start offset of its first code point in the record's text
     * @param end offset after its last code point
     */
    public record TextLine(int start, int end, Box box) {}

    /** Whether a file of a package is the picture of a page. */
    public static boolean isImage(String name) {
        return IMAGE.matcher(name).matches();
    }

    /** The pages of a package; empty where it has none, as older ones. */
    public static Optional<PublicPages> of(PublicPackage content) {
        return content.file(NAME).map(file -> {
            try {
                return read(Files.readAllBytes(file.path()));
            } catch (IOException e) {
                throw new UncheckedIOException("the pages of " + content.uid() + " cannot be read", e);
            }
        });
    }

    /** Where pages begin in the text, by their numbers, each after the one before; a page of which no line is in it has none. */
    public Map<Integer, Integer> starts() {
        Map<Integer, Integer> starts = new LinkedHashMap<>();
        int last = -1;
        for (Sheet sheet : sheets) {
            int after = last;
            int start = sheet.lines().stream()
                    .mapToInt(TextLine::start)
                    .filter(place -> place > after)
                    .min()
                    .orElse(-1);
            if (start >= 0) {
                starts.put(sheet.number(), start);
                last = start;
            }
        }
        return starts;
    }

    /** The page with a number from 1. */
    public Optional<Sheet> sheet(int number) {
        return sheets.stream().filter(sheet -> sheet.number() == number).findFirst();
    }

    /** Pages with a picture, in their order. */
    public List<Sheet> pictured() {
        return sheets.stream().filter(sheet -> sheet.image() != null).toList();
    }

    /** The canonical JSON, a line as {@code [start, end, x, y, width, height]}. */
    public byte[] json() {
        return CanonicalJson.bytes(
                Map.of("pages", sheets.stream().map(PublicPages::form).toList()));
    }

    private static Map<String, Object> form(Sheet sheet) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("number", sheet.number());
        form.put("width", rounded(sheet.width()));
        form.put("height", rounded(sheet.height()));
        Image image = sheet.image();
        if (image != null) {
            form.put("image", image.name());
            form.put("imageWidth", image.width());
            form.put("imageHeight", image.height());
        }
        form.put("lines", sheet.lines().stream().map(PublicPages::form).toList());
        return form;
    }

    private static List<Number> form(TextLine line) {
        Box box = line.box();
        return List.of(
                line.start(),
                line.end(),
                rounded(box.x()),
                rounded(box.y()),
                rounded(box.width()),
                rounded(box.height()));
    }

    /** A tenth of a point is less than a dot of any screen. */
    private static double rounded(double points) {
        return Math.round(points * 10) / 10.0;
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws IllegalArgumentException where it is something else
     */
    public static PublicPages read(byte[] json) {
        try {
            List<Sheet> sheets = new ArrayList<>();
            JSON.readTree(json).required("pages").forEach(page -> sheets.add(sheet(page)));
            return new PublicPages(sheets);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no pages as JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Sheet sheet(JsonNode page) {
        JsonNode image = page.get("image");
        return new Sheet(
                page.required("number").asInt(),
                page.required("width").asDouble(),
                page.required("height").asDouble(),
                image == null
                        ? null
                        : new Image(
                                image.asString(),
                                page.required("imageWidth").asInt(),
                                page.required("imageHeight").asInt()),
                page.required("lines").valueStream().map(PublicPages::line).toList());
    }

    private static TextLine line(JsonNode line) {
        if (line.size() != NUMBERS_OF_A_LINE) {
            throw new IllegalArgumentException("a line has " + line.size() + " numbers, expected 6");
        }
        return new TextLine(
                line.get(0).asInt(),
                line.get(1).asInt(),
                new Box(
                        line.get(2).asDouble(),
                        line.get(3).asDouble(),
                        line.get(4).asDouble(),
                        line.get(5).asDouble()));
    }
}
