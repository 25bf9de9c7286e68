package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.ChineseNumeral;
import org.gongbao.record.Finding;
import org.gongbao.record.Section;

/**
 * The tree of numbered sections (结构层次): 编 章 节 条, 一、 （一） 1. （1）. The sections are those of the notice or, where it has
 * none, of what it encloses; annexes hang below a section of their own. Numbering that skips is a finding.
 */
final class SectionStep implements Step {

    private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
    private static final String BRACKETED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩";

    /** The formula that closes a document and belongs to no section: {@code 特此公告。}, {@code 此复。}, {@code 专此函达。}. */
    private static final Pattern CLOSING_FORMULA = Pattern.compile("(?:特此|专此|專此|此)\\p{IsHan}{1,3}[。！!]?");

    private final List<LabelPattern> patterns;

    SectionStep(Profiles profiles) {
        patterns = profiles.sections().rows().stream()
                .map(row -> new LabelPattern(
                        row.get(0),
                        Integer.parseInt(row.get(1)),
                        Integer.parseInt(row.get(2)),
                        Pattern.compile(row.get(3))))
                .toList();
    }

    private record LabelPattern(String name, int rank, int level, Pattern pattern) {}

    @Override
    public void apply(Draft draft) {
        Flow flow = draft.flow();
        int first = Math.max(0, draft.anatomy().body());
        int annex = draft.anatomy().annexes().isEmpty()
                ? flow.size()
                : draft.anatomy().annexes().get(0);
        SectionTree tree = new SectionTree();
        read(draft, tree, first, annex);
        List<Section> sections = new ArrayList<>(tree.sections());
        if (sections.isEmpty() && annex < flow.size()) {
            SectionTree annexed = new SectionTree();
            read(draft, annexed, annex, flow.size());
            sections.addAll(annexed.sections());
        }
        draft.record().sections(sections);
    }

    private void read(Draft draft, SectionTree tree, int from, int to) {
        for (int line = from; line < to; line++) {
            Segment segment = draft.flow().segment(line);
            if (segment.isCell() || draft.header().has(line) || draft.isListOfAttachments(line)) {
                continue;
            }
            if (draft.anatomy().signature().contains(segment)
                    || line == draft.anatomy().date()
                    || CLOSING_FORMULA.matcher(segment.text()).matches()) {
                tree.close();
            } else if (!open(draft, tree, segment)) {
                tree.text(segment.text());
            }
        }
    }

    private boolean open(Draft draft, SectionTree tree, Segment segment) {
        for (LabelPattern label : patterns) {
            Matcher matcher = label.pattern().matcher(segment.text());
            if (!matcher.lookingAt()) {
                continue;
            }
            int ordinal = ordinal(matcher.group(2));
            if (label.name().equals("first") && !tree.mayFollow(label.rank(), ordinal)) {
                return false;
            }
            if (ordinal > 1 && tree.skips(label.rank(), ordinal)) {
                draft.finding(
                        Finding.info(
                                "section.number-skipped",
                                "section " + matcher.group(1) + " does not follow the one before it"),
                        Seen.at(segment, matcher.start(1), matcher.end(1), matcher.group(1), "section.label/1"));
            }
            String rest = segment.text().substring(matcher.end());
            tree.open(
                    label.rank(),
                    label.level(),
                    matcher.group(1),
                    ordinal,
                    Blanks.joined(heading(rest, label.name())),
                    body(rest, label.name()));
            draft.claim(
                    "sections",
                    Seen.at(segment, matcher.start(1), matcher.end(1), matcher.group(1), "section.label/1"));
            return true;
        }
        return false;
    }

    private static int ordinal(String label) {
        int sign = Math.max(CIRCLED.indexOf(label), BRACKETED.indexOf(label));
        OptionalInt number = ChineseNumeral.parse(label);
        return sign >= 0 ? sign + 1 : number.orElse(0);
    }

    /** A heading is the whole line, or the first sentence where text runs on behind it; an article has none. */
    private static String heading(String rest, String name) {
        if (name.equals("article")) {
            return "";
        }
        int stop = rest.indexOf('。');
        if (stop < 0) {
            return rest.length() <= 60 && !rest.matches(".*[；;，,：:]$") ? rest : "";
        }
        return stop <= 40 && stop < rest.length() - 1 || stop == rest.length() - 1 && stop <= 30
                ? rest.substring(0, stop)
                : "";
    }

    private static String body(String rest, String name) {
        String heading = heading(rest, name);
        return heading.isEmpty()
                ? rest
                : Blanks.strip(rest.substring(Math.min(rest.length(), heading.length()))
                        .replaceFirst("^。", ""));
    }
}
