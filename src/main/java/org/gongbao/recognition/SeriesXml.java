package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.Grid;
import org.gongbao.extraction.Line;
import org.gongbao.extraction.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an XML file as a profile maps them (元素对照), in their order: paragraphs and tables of the text, values of
 * fields with the element that each one stood in, and what is left out.
 */
final class SeriesXml {

    private static final Pattern PLACE = Pattern.compile("\\[\\d+\\]");
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]+)\\}");
    private static final Pattern DIGITS = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Set<String> DATES =
            Set.of("issuedOn", "publishedOn", "generatedOn", "effectiveOn", "expiresOn");

    private final Series series;
    private final Series.Xml xml;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final Map<Integer, Map<Integer, String>> table = new TreeMap<>();
    private @Nullable String tableInstance;
    private @Nullable Paragraph number;
    private int leftOut;

    /**
     * A field's value.
     *
     * @param inText whether the element is a part of the text
     */
    record Field(String field, String element, String value, String raw, boolean inText, String rule) {}

    /** The text's blocks and the fields, and how many paragraphs are no part of the text. */
    record Mapped(List<Block> blocks, List<Field> fields, int leftOut) {}

    private SeriesXml(Series series, Series.Xml xml) {
        this.series = series;
        this.xml = xml;
    }

    static Mapped map(List<Block> all, Series series, Series.Xml xml) {
        SeriesXml mapping = new SeriesXml(series, xml);
        all.forEach(mapping::block);
        mapping.closeNumber();
        mapping.closeTable();
        return new Mapped(List.copyOf(mapping.blocks), List.copyOf(mapping.fields), mapping.leftOut);
    }

    /** The blocks of each element that is a document of its own, in order. */
    static List<List<Block>> items(List<Block> all, Series.Xml xml) {
        Map<String, List<Block>> items = new LinkedHashMap<>();
        for (Block block : all) {
            item(block, xml)
                    .ifPresent(instance -> items.computeIfAbsent(instance, key -> new ArrayList<>())
                            .add(block));
        }
        return List.copyOf(items.values());
    }

    static Optional<String> item(Block block, Series.Xml xml) {
        String path = path(block);
        return xml.items().stream()
                .flatMap(element -> instance(path, element).stream())
                .findFirst();
    }

    /** The title of the whole from the profile's words and the elements in braces; empty where one of them is missing. */
    static Optional<Field> title(List<Block> all, Series series, Series.Xml xml) {
        if (xml.title() == null) {
            return Optional.empty();
        }
        Matcher braces = BRACES.matcher(xml.title());
        StringBuilder title = new StringBuilder();
        while (braces.find()) {
            Optional<String> words = all.stream()
                    .filter(block -> ends(path(block), braces.group(1)))
                    .map(block -> ((Paragraph) block).text())
                    .findFirst();
            if (words.isEmpty()) {
                return Optional.empty();
            }
            braces.appendReplacement(title, Matcher.quoteReplacement(words.get()));
        }
        braces.appendTail(title);
        String whole = title.toString();
        return Optional.of(new Field("title", "title", whole, whole, false, series.rule("title")));
    }

    private void block(Block block) {
        String path = path(block);
        if (!(block instanceof Paragraph paragraph) || path.isEmpty()) {
            blocks.add(block);
            return;
        }
        if (xml.leaveOut().stream().anyMatch(element -> instance(path, element).isPresent())) {
            leftOut++;
        } else if (!isField(paragraph, path, xml.metadata(), false)) {
            isField(paragraph, path, xml.fields(), true);
            text(paragraph, path);
        }
    }

    private boolean isField(Paragraph paragraph, String path, Map<String, String> elements, boolean inText) {
        for (Map.Entry<String, String> element : elements.entrySet()) {
            if (ends(path, element.getKey())) {
                String raw = Blanks.strip(paragraph.text());
                String value =
                        xml.values().getOrDefault(element.getKey(), Map.of()).getOrDefault(raw, raw);
                fields.add(new Field(
                        element.getValue(),
                        element.getKey(),
                        DATES.contains(element.getValue()) ? date(value) : value,
                        raw,
                        inText,
                        series.rule(element.getKey())));
                return true;
            }
        }
        return false;
    }

    /** {@code 20240305} and dates in Latin letters in the form that all steps read. */
    private static String date(String value) {
        Matcher digits = DIGITS.matcher(value);
        if (digits.matches()) {
            return digits.group(1) + "-" + digits.group(2) + "-" + digits.group(3);
        }
        return LatinDate.first(value).map(found -> found.date().toString()).orElse(value);
    }

    private void text(Paragraph paragraph, String path) {
        for (Series.XmlTable each : xml.tables()) {
            Optional<String> instance = instance(path, each.table());
            if (instance.isPresent()) {
                cell(paragraph, path, each, instance.get());
                return;
            }
        }
        closeTable();
        if (xml.numbers().stream().anyMatch(element -> ends(path, element))) {
            closeNumber();
            number = paragraph;
            return;
        }
        blocks.add(numbered(paragraph, path));
    }

    /** With the label in front that stood in the element before it. */
    private Paragraph numbered(Paragraph paragraph, String path) {
        Paragraph label = number;
        if (label == null || !parent(path(label)).equals(parent(path))) {
            closeNumber();
            return paragraph;
        }
        number = null;
        List<Line> lines = new ArrayList<>(paragraph.lines());
        Line first = lines.remove(0);
        lines.add(0, new Line(Blanks.strip(label.text()) + "　" + first.text(), first.page(), first.box(), 1));
        return new Paragraph(lines, paragraph.style(), paragraph.path());
    }

    private void closeNumber() {
        if (number != null) {
            blocks.add(number);
            number = null;
        }
    }

    private void cell(Paragraph paragraph, String path, Series.XmlTable names, String instance) {
        if (!instance.equals(tableInstance)) {
            closeTable();
            tableInstance = instance;
        }
        Optional<String> row = instance(path, names.row());
        Optional<String> cell = instance(path, names.cell());
        if (row.isEmpty() || cell.isEmpty()) {
            blocks.add(paragraph);
            return;
        }
        table.computeIfAbsent(place(row.get()), key -> new TreeMap<>())
                .merge(place(cell.get()), paragraph.text(), (a, b) -> a + "\n" + b);
    }

    private void closeTable() {
        if (!table.isEmpty()) {
            int columns = table.values().stream()
                    .flatMap(row -> row.keySet().stream())
                    .mapToInt(Integer::intValue)
                    .max()
                    .orElse(0);
            List<List<Grid.Cell>> rows = new ArrayList<>();
            for (Map<Integer, String> row : table.values()) {
                List<Grid.Cell> cells = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    cells.add(Grid.Cell.of(row.getOrDefault(column, "")));
                }
                rows.add(cells);
            }
            blocks.add(new Grid(rows, true));
        }
        table.clear();
        tableInstance = null;
    }

    private static String path(Block block) {
        return block instanceof Paragraph paragraph && paragraph.path() != null ? paragraph.path() : "";
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** The number of the last element of a path among its sisters. */
    private static int place(String path) {
        return Integer.parseInt(path.substring(path.lastIndexOf('[') + 1, path.length() - 1));
    }

    private static boolean ends(String path, String element) {
        return path.endsWith("]") && PLACE.matcher(path).replaceAll("").endsWith("/" + element);
    }

    /** The path down to the element, where it stands on the path. */
    private static Optional<String> instance(String path, String element) {
        int at = 0;
        for (int end = path.indexOf(']'); end >= 0; end = path.indexOf(']', end + 1)) {
            at = end + 1;
            if (ends(path.substring(0, at), element)) {
                return Optional.of(path.substring(0, at));
            }
        }
        return Optional.empty();
    }
}
