package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongbao.record.Place;
import org.gongbao.record.TextCorrection;

/**
 * The places of a file where a machine read words (文字位置): its lines and the cells of its tables, as people are shown them to
 * correct; and the words of people put in there.
 *
 * <p>A correction of a cell counts only where the same table, by its first row, holds in that cell what was read before; figures
 * of tables are too alike for less. Lines: {@link LinePlaces#find}. What is inside an archive's files has no places.
 */
public final class TextPlaces {

    private final ExtractedText text;
    private final LinePlaces lines;
    private final List<Table> tables = new ArrayList<>();

    public TextPlaces(ExtractedText text) {
        this.text = text;
        this.lines = new LinePlaces(text);
        Map<String, Integer> before = new HashMap<>();
        for (int block = 0; block < text.blocks().size(); block++) {
            if (text.blocks().get(block) instanceof Grid grid && !grid.rows().isEmpty()) {
                String header = header(grid);
                tables.add(new Table(block, header, before.merge(header, 1, Integer::sum) - 1, grid));
            }
        }
    }

    private static String header(Grid grid) {
        return grid.rows().get(0).stream().map(Grid.Cell::text).collect(Collectors.joining("|"));
    }

    /**
     * Words at a place.
     *
     * @param confidence of recognition, 1 for what was not recognised from an image
     */
    public record Words(Place place, double confidence) {}

    private record Table(int block, String header, int order, Grid grid) {}

    /** The lines in their order. */
    public List<Words> lines() {
        return lines.all().stream()
                .map(each -> new Words(LinePlaces.placeOf(each), each.line().confidence()))
                .toList();
    }

    /** The tables in their order, row by row. */
    public List<List<List<Words>>> tables() {
        return tables.stream().map(TextPlaces::rows).toList();
    }

    private static List<List<Words>> rows(Table table) {
        List<List<Words>> rows = new ArrayList<>();
        for (List<Grid.Cell> row : table.grid().rows()) {
            List<Words> cells = new ArrayList<>();
            for (Grid.Cell cell : row) {
                Place.Cell where = new Place.Cell(table.header(), rows.size(), cells.size());
                Place.Read read = new Place.Read(cell.text(), table.order(), where);
                cells.add(new Words(new Place(cell.page(), cell.box(), read), cell.confidence()));
            }
            rows.add(cells);
        }
        return rows;
    }

    /**
     * The text with the words of people.
     *
     * @param applied what was put in, each at its place in this text
     * @param lost what found something else where it belongs
     */
    public record Corrected(ExtractedText text, List<TextCorrection> applied, List<TextCorrection> lost) {}

    /** Puts in what people read; of two corrections of one place the later counts. */
    public Corrected with(List<TextCorrection> corrections) {
        Map<Integer, String> inLines = new HashMap<>();
        Map<Place.Read, String> inCells = new HashMap<>();
        List<TextCorrection> applied = new ArrayList<>();
        List<TextCorrection> lost = new ArrayList<>();
        for (TextCorrection correction : corrections) {
            Optional<Place> place = correction.read().cell() == null
                    ? lines.find(correction.place(), correction.read()).map(LinePlaces::placeOf)
                    : cell(correction.read());
            place.map(found -> new TextCorrection(found, correction.text()))
                    .ifPresentOrElse(
                            found -> {
                                applied.add(found);
                                if (found.read().cell() == null) {
                                    inLines.put(found.read().order(), found.text());
                                } else {
                                    inCells.put(found.read(), found.text());
                                }
                            },
                            () -> lost.add(correction));
        }
        return new Corrected(applied.isEmpty() ? text : text(inLines, inCells), applied, lost);
    }

    private Optional<Place> cell(Place.Read read) {
        return tables().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .map(Words::place)
                .filter(place -> read.equals(place.read()))
                .findFirst();
    }

    private ExtractedText text(Map<Integer, String> inLines, Map<Place.Read, String> inCells) {
        Map<Integer, Table> byBlock = tables.stream().collect(Collectors.toMap(Table::block, table -> table));
        List<Block> blocks = new ArrayList<>();
        int order = 0;
        for (Block block : text.blocks()) {
            if (block instanceof Paragraph paragraph) {
                List<Line> corrected = new ArrayList<>();
                for (Line line : paragraph.lines()) {
                    String words = inLines.get(order++);
                    corrected.add(words == null ? line : new Line(words, line.page(), line.box(), 1));
                }
                blocks.add(new Paragraph(corrected, paragraph.style(), paragraph.path()));
            } else {
                Table table = byBlock.get(blocks.size());
                blocks.add(table == null ? block : grid(table, inCells));
            }
        }
        return new ExtractedText(
                text.mediaType(), text.charset(), text.pages(), blocks, text.metadata(), text.parts(), text.findings());
    }

    private static Grid grid(Table table, Map<Place.Read, String> inCells) {
        List<List<Grid.Cell>> rows = new ArrayList<>();
        for (List<Grid.Cell> row : table.grid().rows()) {
            List<Grid.Cell> cells = new ArrayList<>();
            for (Grid.Cell cell : row) {
                Place.Cell where = new Place.Cell(table.header(), rows.size(), cells.size());
                String words = inCells.get(new Place.Read(cell.text(), table.order(), where));
                cells.add(
                        words == null
                                ? cell
                                : new Grid.Cell(words, cell.rowSpan(), cell.columnSpan(), cell.page(), cell.box(), 1));
            }
            rows.add(cells);
        }
        return new Grid(rows, table.grid().ruled());
    }
}
