package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.Grid;
import org.gongbao.extraction.Line;
import org.gongbao.extraction.Paragraph;
import org.gongbao.record.Box;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/** What was read from a file, without the values that go (脱敏后的正文), and the lines that held some of them. */
final class RedactedText {

    private final Removals removals;
    private final List<Touched> touched = new ArrayList<>();

    private RedactedText(Removals removals) {
        this.removals = removals;
    }

    /** A line or a cell of a page that held a value, or a part of one. */
    record Touched(int page, Box box, List<String> parts) {}

    /** The text, and what was touched in it. */
    record Result(ExtractedText text, List<Touched> touched) {}

    static Result of(ExtractedText text, Removals removals) {
        RedactedText redacted = new RedactedText(removals);
        ExtractedText result = redacted.text(text);
        return new Result(result, redacted.touched);
    }

    /** The text of a record as if it had been read from a file: its paragraphs and tables. */
    static ExtractedText asRead(DocumentRecord record) {
        List<Block> blocks = new ArrayList<>();
        for (PublicText.Part part : PublicText.of(record)) {
            if (part instanceof PublicText.Part.Words words) {
                blocks.add(Paragraph.of(words.text()));
            } else if (part instanceof PublicText.Part.Ruled ruled) {
                List<List<String>> rows = new ArrayList<>();
                if (!ruled.table().header().isEmpty()) {
                    rows.add(ruled.table().header());
                }
                rows.addAll(ruled.table().rows());
                blocks.add(new Grid(
                        rows.stream()
                                .map(row -> row.stream().map(Grid.Cell::of).toList())
                                .toList(),
                        true));
            }
        }
        return ExtractedText.unpaged(record.source().mediaType(), null, blocks, Map.of(), List.of());
    }

    private ExtractedText text(ExtractedText text) {
        Map<String, String> metadata = new TreeMap<>();
        text.metadata().forEach((name, value) -> metadata.put(name, removals.redact(value)));
        return new ExtractedText(
                text.mediaType(),
                text.charset(),
                text.pages(),
                text.blocks().stream().map(this::block).toList(),
                metadata,
                text.parts().stream()
                        .map(part -> new ExtractedText.Part(removals.redact(part.name()), text(part.text())))
                        .toList(),
                text.findings().stream()
                        .filter(finding -> !removals.isIn(finding.message()))
                        .map(this::finding)
                        .toList());
    }

    private Finding finding(Finding finding) {
        String quote = finding.quote();
        return quote != null && removals.isIn(quote) ? finding.quoting(null) : finding;
    }

    private Block block(Block block) {
        return block instanceof Paragraph paragraph ? paragraph(paragraph) : grid((Grid) block);
    }

    /** A value may begin in one line and end in the next; what takes its place stands where it began. */
    private Paragraph paragraph(Paragraph paragraph) {
        StringBuilder all = new StringBuilder();
        paragraph.lines().forEach(line -> all.append(line.text()));
        List<Removals.Hit> hits = removals.in(all.toString());
        if (hits.isEmpty()) {
            return paragraph;
        }
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (Line line : paragraph.lines()) {
            String left = line(line, start, hits);
            if (!left.isBlank()) {
                lines.add(new Line(left, line.page(), line.box(), line.confidence()));
            }
            start += line.text().length();
        }
        return new Paragraph(lines, paragraph.style(), paragraph.path());
    }

    private String line(Line line, int start, List<Removals.Hit> hits) {
        int end = start + line.text().length();
        StringBuilder left = new StringBuilder();
        List<String> parts = new ArrayList<>();
        int from = start;
        for (Removals.Hit hit : hits) {
            if (hit.start() < end && hit.end() > start) {
                int first = Math.max(hit.start(), start);
                left.append(line.text(), from - start, first - start);
                left.append(hit.start() >= start ? hit.replacement() : "");
                from = Math.min(hit.end(), end);
                parts.add(line.text().substring(first - start, from - start));
            }
        }
        left.append(line.text(), from - start, end - start);
        touch(line.page(), line.box(), parts);
        return left.toString();
    }

    private Grid grid(Grid grid) {
        return new Grid(
                grid.rows().stream()
                        .map(row -> row.stream().map(this::cell).toList())
                        .toList(),
                grid.ruled());
    }

    private Grid.Cell cell(Grid.Cell cell) {
        List<Removals.Hit> hits = removals.in(cell.text());
        if (hits.isEmpty()) {
            return cell;
        }
        touch(
                cell.page(),
                cell.box(),
                hits.stream()
                        .map(hit -> cell.text().substring(hit.start(), hit.end()))
                        .toList());
        return new Grid.Cell(
                removals.redact(cell.text()),
                cell.rowSpan(),
                cell.columnSpan(),
                cell.page(),
                cell.box(),
                cell.confidence());
    }

    private void touch(@Nullable Integer page, @Nullable Box box, List<String> parts) {
        if (page != null && box != null && !parts.isEmpty()) {
            touched.add(new Touched(page, box, parts));
        }
    }
}
