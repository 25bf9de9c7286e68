package org.gongbao.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.ChineseDate;
import org.gongbao.record.Finding;
import org.gongbao.record.Task;

/**
 * Duties with a deadline in running text (限期任务): a sentence in which 须, 应, 需, 要, 务必 or 请 comes before a date and 前, such as
 * {@code 各部门(单位)实施方案需在2018年7月10日前公开。}. Its units are the bodies that it begins with, or that 请 asks; a sentence may
 * name none. What is due again and again has the dates of the document's year; without any the sentence is left out.
 */
final class DatedDuties {

    /** What every deadline holds; a look for it saves most lines the patterns. */
    private static final Pattern MAY_BE = Pattern.compile("[前末底内]|半年|季度");

    private static final Pattern SENTENCE = Pattern.compile("[^。；;]+");

    private static final Pattern LABEL =
            Pattern.compile("^(?:第?[一二三四五六七八九十]{1,3}[、条]|[（(][一二三四五六七八九十\\d]{1,3}[)）]|\\d{1,3}[.．、])\\s*");

    /** {@code 需在}, {@code 应当于}, {@code 要在}, {@code 务必}, {@code 请各单位于}; not the 应 of 供应 nor the 需 of 需求. */
    private static final String MUST = "(?:(?<![供相对反响适])应当?(?![急用对])|必?须|(?<!所)需要?(?!求)|要(?=[在于])|务必|(?<!申)请)";

    /** A deadline, or {@code 2018710日}, which lost its 年 and 月. */
    private static final String WHEN = "(?<when>" + Deadlines.WORDS + "|(?<lost>(?:19|20)\\d{4,6})日[之以]?前)";

    private static final Pattern DUTY =
            Pattern.compile("^(?<who>.*?)" + MUST + "(?<asked>[^，,：:]{0,16}?)" + WHEN + ".*");

    /** {@code 各县（市、区）政府}, {@code 市直各部门(单位)}, {@code 各地}: a collective of bodies. */
    private static final Pattern COLLECTIVE =
            Pattern.compile("\\p{IsHan}{0,4}各\\p{IsHan}{0,5}?(?:地|部门|单位|政府|机关|学校|企业|区|县|市|乡|镇|街道|委|办|局)"
                    + "(?:[（(][^（）()]{1,12}[)）])?(?:人民政府|政府)?");

    private static final Pattern SHORT_NAME = Pattern.compile("[（(]以下(?:简称|统称)[^（）()]*[)）]");

    private final Agencies agencies;

    DatedDuties(Agencies agencies) {
        this.agencies = agencies;
    }

    /** Adds the duties that are not yet among the tasks. */
    void read(Draft draft, List<Task> tasks) {
        for (Segment segment : draft.flow().segments()) {
            boolean mayBe = MAY_BE.matcher(segment.text()).find()
                    && !segment.isCell()
                    && segment.index() >= draft.anatomy().body()
                    && !draft.header().has(segment.index());
            if (mayBe && tasks.stream().noneMatch(task -> segment.text().contains(task.text()))) {
                Matcher sentence = SENTENCE.matcher(segment.text());
                while (sentence.find()) {
                    duty(draft, tasks, segment, sentence.start(), sentence.end());
                }
            }
        }
    }

    private void duty(Draft draft, List<Task> tasks, Segment segment, int from, int to) {
        String sentence = segment.text().substring(from, to);
        Matcher label = LABEL.matcher(sentence);
        int start = label.lookingAt() ? label.end() : 0;
        Matcher duty = DUTY.matcher(sentence.substring(start));
        if (!duty.matches()) {
            return;
        }
        List<LocalDate> deadlines = deadlines(draft, duty, segment, from + start);
        if (deadlines.isEmpty()) {
            return;
        }
        String text = Blanks.joined(Blanks.strip(sentence.substring(start)));
        List<String> named = units(duty.group("who"));
        List<String> bodies = named.isEmpty() ? units(duty.group("asked")) : named;
        tasks.add(new Task(null, null, text, bodies, null, deadlines));
        Seen seen = Seen.at(segment, from + start, to, text, "task.dated-sentence/1")
                .withConfidence(0.85);
        draft.claim("tasks", duty.group("lost") == null ? seen : seen.repairedTo(text, 0.8));
    }

    private static List<LocalDate> deadlines(Draft draft, Matcher duty, Segment segment, int offset) {
        String lost = duty.group("lost");
        if (lost == null) {
            return Deadlines.in(duty.group("when"), draft.issuedOn().orElse(null));
        }
        return ChineseDate.repair(lost, null)
                .map(date -> {
                    draft.finding(
                            Finding.warning(
                                    "date.repaired",
                                    "a deadline came as \"" + lost + "日\", read as " + date.date()
                                            + "; expected year年month月day日"),
                            Seen.at(
                                    segment,
                                    offset + duty.start("lost"),
                                    offset + duty.end("lost") + 1,
                                    date.date().toString(),
                                    "date.signs-lost/1"));
                    return List.of(date.date());
                })
                .orElse(List.of());
    }

    /** The bodies at the head of the sentence; the last may run on into what it is about. */
    private List<String> units(String head) {
        List<String> units = new ArrayList<>();
        for (String part : parts(SHORT_NAME.matcher(head).replaceAll(""))) {
            String unit = longest(part, name -> COLLECTIVE.matcher(name).matches())
                    .or(() -> longest(part, agencies::isName))
                    .orElse(null);
            if (unit == null) {
                break;
            }
            units.add(unit);
        }
        return units;
    }

    /** The longest beginning that is a name. */
    private static Optional<String> longest(String part, Predicate<String> isName) {
        for (int end = part.length(); end > 1; end--) {
            if (isName.test(part.substring(0, end))) {
                return Optional.of(part.substring(0, end));
            }
        }
        return Optional.empty();
    }

    /** Cuts at 、 and ， outside brackets. */
    private static List<String> parts(String head) {
        return List.of(head.split("[、，,](?![^（(]*[)）])"));
    }
}
