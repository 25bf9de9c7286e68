package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongbao.extraction.Grid;
import org.gongbao.record.ChineseDate;

/**
 * Reads metadata headers: several pairs on a line parted by semicolons or by nothing, values on the next line, tables of
 * labels and values, letter-spaced labels. Blank values stay blank; 无 and dashes are blank too.
 */
final class HeaderReader {

    /** How far from the top a header may stand. */
    private static final int TOP = 60;

    /** Fields whose label may also close the text: {@code 公开方式：主动公开} below the signature. */
    private static final Set<String> AT_END = Set.of("mode", "term", "scope", "indexNumber", "generatedOn");

    private static final Pattern NOTHING = Pattern.compile("无|-+|—+|/|无文号|暂无|空|null|\\\\");

    private final Pattern label;
    private final Map<String, String> fields;
    private final Profiles profiles;
    private final LineKinds kinds;
    private final DataTables tables;

    HeaderReader(Profiles profiles, LineKinds kinds, DataTables tables) {
        this.profiles = profiles;
        this.kinds = kinds;
        this.tables = tables;
        fields = profiles.labels();
        String spaced = fields.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(word -> word.chars()
                        .mapToObj(c -> Pattern.quote(String.valueOf((char) c)))
                        .collect(Collectors.joining("[" + Blanks.CLASS + "]*")))
                .collect(Collectors.joining("|"));
        label = Pattern.compile("[【\\[●·•]?(" + spaced + ")[】\\]]?[" + Blanks.CLASS + "]*[：:][】\\]]?");
    }

    /** Whether a line begins with a label of the metadata: {@code 索 引 号：}. */
    boolean isLabelled(String line) {
        return label.matcher(line).lookingAt();
    }

    /** Whether a line begins with the label of the index number, as the metadata above a document does. */
    boolean namesIndex(String line) {
        Matcher matcher = label.matcher(line);
        return matcher.lookingAt() && "indexNumber".equals(fields.get(Blanks.remove(matcher.group(1))));
    }

    /** Whether a table holds the metadata of a document: several labels of different fields, the index number among them. */
    boolean isMetadata(Grid grid) {
        Set<String> named = grid.rows().stream()
                .flatMap(List::stream)
                .map(cell -> Blanks.remove(cell.text()).replaceFirst("[：:].*$", ""))
                .map(name -> fields.getOrDefault(name, ""))
                .collect(Collectors.toSet());
        named.remove("");
        return named.size() > 1 && named.contains("indexNumber");
    }

    Header read(Flow flow) {
        List<HeaderPair> pairs = new ArrayList<>();
        Set<Integer> lines = new TreeSet<>();
        boolean inBody = false;
        int data = tables.first(flow);
        new BareHeaders(this).read(flow, bodyBegins(flow, data), pairs, lines);
        for (Segment segment : flow.segments()) {
            inBody = inBody || segment.index() == data;
            boolean top = segment.index() < TOP && !inBody;
            if (top && segment.isCell()) {
                cell(flow, segment, pairs, lines);
            } else if (top || isNearEnd(flow, segment)) {
                line(flow, segment, top, pairs, lines);
            }
            inBody = inBody || !lines.contains(segment.index()) && opensBody(segment);
        }
        return new Header(List.copyOf(pairs), Set.copyOf(lines));
    }

    /** Where the first line of running text stands, no further down than a header may be. */
    private int bodyBegins(Flow flow, int data) {
        int line = 0;
        int most = Math.min(Math.min(TOP, flow.size()), data < 0 ? flow.size() : data);
        while (line < most && !opensBody(flow.segment(line))) {
            line++;
        }
        return line;
    }

    /** Whether the text is a label and nothing else. */
    boolean isLabel(String text) {
        return fields.containsKey(bare(text));
    }

    static String bare(String text) {
        return Blanks.remove(text).replaceAll("[：:]$", "");
    }

    /** Whether a value may stand under a label. */
    boolean suits(String label, String value) {
        return suitsField(fields.getOrDefault(label, "-"), value);
    }

    private boolean opensBody(Segment segment) {
        return !segment.isCell() && (kinds.isAddressee(segment.text()) || kinds.isBody(segment.text()));
    }

    private static boolean isNearEnd(Flow flow, Segment segment) {
        return segment.index() >= flow.size() - 6
                && !segment.isCell()
                && segment.text().length() < 80;
    }

    private void line(Flow flow, Segment segment, boolean top, List<HeaderPair> pairs, Set<Integer> lines) {
        Matcher matcher = label.matcher(segment.text());
        if (lines.contains(segment.index()) || !matcher.find() || matcher.start() > 0) {
            return;
        }
        List<HeaderPair> found = new ArrayList<>();
        boolean more = true;
        while (more) {
            String name = Blanks.remove(matcher.group(1));
            int from = matcher.end();
            more = matcher.find();
            int to = more ? matcher.start() : segment.text().length();
            found.add(pair(name, segment, from, to));
        }
        if (!top && !found.stream().allMatch(pair -> AT_END.contains(pair.field()))) {
            return;
        }
        if (found.size() == 1 && found.get(0).isBlank()) {
            found.set(0, onNextLine(flow, segment, found.get(0), lines));
        }
        if (found.get(0).field().equals("title") && kinds.isBody(segment.text())) {
            return;
        }
        pairs.addAll(found);
        lines.add(segment.index());
    }

    /** A label alone on its line has its value on the next one, if that is a value and no line of the document. */
    private HeaderPair onNextLine(Flow flow, Segment segment, HeaderPair pair, Set<Integer> lines) {
        if (segment.index() + 1 >= flow.size()) {
            return pair;
        }
        Segment next = flow.segment(segment.index() + 1);
        boolean dated =
                ChineseDate.first(next.text()).filter(date -> date.start() == 0).isPresent();
        boolean between = label.matcher(next.text()).lookingAt();
        boolean listed = !lines.isEmpty()
                || segment.index() + 2 < flow.size()
                        && label.matcher(flow.segment(segment.index() + 2).text())
                                .lookingAt();
        if (between
                || next.isCell()
                || next.text().length() > 80
                || !(dated || listed)
                || !suitsField(pair.field(), next.text())) {
            return pair;
        }
        lines.add(next.index());
        return pair(pair.label(), next, 0, next.text().length());
    }

    /** Dates must be dates, and a line that may be the document's own title or number is not taken for another value. */
    private boolean suitsField(String field, String value) {
        return switch (field) {
            case "issuedOn", "publishedOn", "generatedOn", "effectiveOn", "expiresOn" ->
                ChineseDate.first(value).isPresent();
            case "title", "documentNumber", "summary", "issuers" -> true;
            default -> !kinds.endsTitle(value) && !value.matches(".*[〔\\[]\\d{4}.*");
        };
    }

    /** Label and value in one cell, or in two cells of a row. */
    private void cell(Flow flow, Segment segment, List<HeaderPair> pairs, Set<Integer> lines) {
        if (lines.contains(segment.index())) {
            return;
        }
        Matcher matcher = label.matcher(segment.text());
        String bare = segment.squeezed().replaceAll("[：:]$", "");
        if (matcher.lookingAt() && matcher.end() < segment.text().length()) {
            line(flow, segment, true, pairs, lines);
        } else if (fields.containsKey(bare)) {
            lines.add(segment.index());
            Segment next = segment.index() + 1 < flow.size() ? flow.segment(segment.index() + 1) : null;
            if (next != null && isValueOf(segment, next)) {
                lines.add(next.index());
                pairs.add(pair(bare, next, 0, next.text().length()));
            } else {
                pairs.add(pair(
                        bare, segment, segment.text().length(), segment.text().length()));
            }
        }
    }

    private boolean isValueOf(Segment labelCell, Segment next) {
        Segment.CellPlace place = labelCell.cell();
        Segment.CellPlace other = next.cell();
        return place != null
                && other != null
                && place.grid() == other.grid()
                && place.row() == other.row()
                && other.column() <= place.column() + 1
                && !fields.containsKey(next.squeezed().replaceAll("[：:]$", ""));
    }

    HeaderPair pair(String name, Segment segment, int from, int to) {
        int end = to;
        int start = from;
        String text = segment.text();
        while (end > start && isEdge(text.charAt(end - 1))) {
            end--;
        }
        while (start < end && isEdge(text.charAt(start))) {
            start++;
        }
        String value = text.substring(start, end);
        String clean = NOTHING.matcher(value).matches() ? "" : value;
        return new HeaderPair(
                fields.getOrDefault(name, "-"), name, Seen.at(segment, start, end, clean, profiles.labelRule(name)));
    }

    private static boolean isEdge(char c) {
        return Blanks.isBlank(c) || ";；,，|｜【[".indexOf(c) >= 0;
    }
}
