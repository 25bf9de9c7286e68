package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.ChineseNumeral;
import org.gongbao.record.Task;
import org.jspecify.annotations.Nullable;

/**
 * Duties in running text (正文任务): {@code （牵头单位：市财政局；配合单位：市教育局）}, {@code （市财政局、市教育局负责）}, and a line
 * {@code 责任单位：…} below what is to be done. Lead units come first.
 */
final class BodyTasks {

    /** {@code 十二、}, {@code （三）}, {@code 3.}: the number of a task is that of its section. */
    private static final Pattern LABEL =
            Pattern.compile("^(?:第?([一二三四五六七八九十]{1,3})[、条]|[（(]([一二三四五六七八九十]{1,3})[)）]|(\\d{1,3})[.．、])\\s*");

    private final Units units;
    private final Pattern labelled;
    private final Pattern responsible;
    private final Pattern line;

    BodyTasks(Profiles profiles, Units units) {
        this.units = units;
        List<String> heads = new ArrayList<>(profiles.tasks().words("lead"));
        heads.addAll(profiles.tasks().words("support"));
        String head = Profiles.anyOf(heads);
        String inside = "((?:[^（）()。]|[（(][^（）()]{1,20}[）)]){2,300}?)";
        labelled = Pattern.compile("[（(【\\[]\\s*(" + head + "[：:]" + inside + ")[）)】\\]]。?$");
        responsible = Pattern.compile(
                "[（(]" + inside + Profiles.anyOf(profiles.tasks().words("responsible")) + "[）)]。?$");
        line = Pattern.compile("^[（(【]?(" + head + "[：:](.{2,300}?))[）)】]?。?$");
    }

    void read(Draft draft, List<Task> tasks) {
        Segment before = null;
        for (Segment segment : draft.flow().segments()) {
            if (segment.isCell()
                    || segment.index() < draft.anatomy().body()
                    || draft.header().has(segment.index())) {
                continue;
            }
            Matcher whole = line.matcher(segment.text());
            if (whole.matches() && before != null && segment.text().length() < 300) {
                add(draft, tasks, before, before.text(), units(draft, segment, whole.group(1)));
            } else {
                inBrackets(draft, tasks, segment);
                before = segment;
            }
        }
    }

    private void inBrackets(Draft draft, List<Task> tasks, Segment segment) {
        Matcher label = labelled.matcher(segment.text());
        if (label.find()) {
            add(
                    draft,
                    tasks,
                    segment,
                    segment.text().substring(0, label.start()),
                    units(draft, segment, label.group(1)));
            return;
        }
        Matcher bodies = responsible.matcher(segment.text());
        if (bodies.find()) {
            add(
                    draft,
                    tasks,
                    segment,
                    segment.text().substring(0, bodies.start()),
                    units(draft, segment, bodies.group(1)));
        }
    }

    private List<String> units(Draft draft, Segment segment, String list) {
        List<String> names = new ArrayList<>();
        for (String part : list.split("[；;]")) {
            names.addAll(units.split(draft, segment, part.replaceFirst("^[^：:]{2,10}[：:]", "")));
        }
        return names.stream().distinct().toList();
    }

    private static void add(Draft draft, List<Task> tasks, Segment segment, String text, List<String> names) {
        Matcher label = LABEL.matcher(text);
        boolean numbered = label.lookingAt();
        String duty = Blanks.strip(numbered ? text.substring(label.end()) : text);
        if (names.isEmpty() || duty.length() < 4) {
            return;
        }
        tasks.add(new Task(
                numbered ? ordinal(label) : null,
                null,
                duty,
                names,
                null,
                Deadlines.in(duty, draft.issuedOn().orElse(null))));
        draft.claim("tasks", Seen.whole(segment, duty, "task.text/1").withConfidence(0.9));
    }

    private static @Nullable Integer ordinal(Matcher label) {
        for (int group = 1; group <= 3; group++) {
            if (label.group(group) != null) {
                int number = ChineseNumeral.parse(label.group(group)).orElse(0);
                return number == 0 ? null : number;
            }
        }
        return null;
    }
}
