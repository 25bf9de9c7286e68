package org.gongbao.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.ChineseDate;
import org.gongbao.record.ChineseNumeral;
import org.gongbao.record.Finding;
import org.gongbao.record.Validity;

/**
 * When the document takes effect and expires (施行日期, 失效日期), and whether it holds (有效性). Only sentences about the document
 * itself count ({@code 本办法自…起施行}), not those about a certificate. Silence is 未知, and so is
 * whatever a draft or a public notice says.
 */
final class EffectStep implements Step {

    private static final String DATE = "[\\d０-９" + "一二三四五六七八九十〇○零年月日 .-]{6,16}";

    /** A look for it saves most lines the patterns. */
    private static final Pattern MAY_SAY = Pattern.compile("[起期行]|失效");

    /** What the sentence must speak of. */
    private static final Pattern SUBJECT = Pattern.compile(
            "本(?:法|条例|规定|办法|细则|规则|方案|意见|实施意见|通知|通告|公告|决定|措施|预案|规划|计划|标准|规范|指南|政策|实施办法|实施细则|令|暂行)|^自|现予?以?(?:公布|发布|颁布|印发)[^。]{0,80}[，,]?自|现将[^。]{2,80}(?:公布|发布|颁布)[，,]?自");

    /** {@code 自2023年6月1日起施行}. */
    private static final Pattern FROM_DATE = Pattern.compile("自(" + DATE + "?)(?:零时|0时)?起(?:正式)?(?:施行|实施|执行|生效|试行|试点)");

    /** {@code 自公布之日起施行}. */
    private static final Pattern FROM_ISSUE =
            Pattern.compile("自(公布|发布|印发|发文|下发|颁布|签发|通过|公告)之日起(?:正式)?(?:施行|实施|执行|生效|试行)");

    /** {@code 自公布之日起30日后施行}: the days are counted from the day after. */
    private static final Pattern DAYS_AFTER =
            Pattern.compile("自(?:公布|发布|印发|颁布)之日起([\\d一二三四五六七八九十]{1,3})(日|天|个月)后?(?:正式)?(?:施行|实施|执行|生效|试行)");

    /** {@code 有效期5年}, {@code 有效期为三年}, {@code 试行期暂定为一年}, {@code 试行两年}. */
    private static final Pattern YEARS =
            Pattern.compile("(?:有效期|试行期|施行期|执行期|有效期限|试行期限|试行|暂行)(?:限)?(?:暂定)?(?:为)?([\\d一二三四五六七八九十两]{1,3})(年|个月)");

    /** {@code 有效期至2028年5月31日止}, {@code 自2023年6月1日起施行，至2028年5月31日止}. */
    private static final Pattern UNTIL = Pattern.compile(
            "(?:(?:有效期|试行期|执行期|有效期限|执行)(?:限)?(?:截止|截至|至|到)|起(?:正式)?(?:施行|实施|执行|试行)[，,]?(?:截止|截至|至|到))(" + DATE + ")");

    /** {@code 于2028年5月31日自行失效}. */
    private static final Pattern ENDS = Pattern.compile("(" + DATE + "?)(?:起)?(?:自行|自动)(?:失效|废止)");

    /** Whose period it is not: that of a certificate, a contract, a result. */
    private static final Pattern OTHER_PERIOD = Pattern.compile("[证卡]|许可|资格|合同|协议|批文|标志|标识|名单|结果|规定的|担保|贷款|报告|批复件");

    @Override
    public void apply(Draft draft) {
        headerDate(draft, "effectiveOn").ifPresent(seen -> effective(draft, seen));
        headerDate(draft, "expiresOn").ifPresent(seen -> expires(draft, seen));
        for (Segment line : draft.flow().segments()) {
            if (MAY_SAY.matcher(line.text()).find()) {
                sentences(draft, line);
            }
        }
        draft.record().validity(validity(draft));
    }

    private static void sentences(Draft draft, Segment line) {
        int from = 0;
        String text = line.text();
        while (from < text.length()) {
            int stop = text.indexOf('。', from);
            int to = stop < 0 ? text.length() : stop + 1;
            String sentence = text.substring(from, to);
            if (SUBJECT.matcher(sentence).find() && sentence.length() < 200) {
                sentence(draft, line, from, sentence);
            }
            from = to;
        }
    }

    private static void sentence(Draft draft, Segment line, int offset, String sentence) {
        begins(draft, line, offset, sentence);
        ends(draft, line, offset, sentence);
        period(draft, line, offset, sentence);
    }

    private static void begins(Draft draft, Segment line, int offset, String sentence) {
        Matcher date = FROM_DATE.matcher(sentence);
        if (draft.effectiveOn().isEmpty() && date.find()) {
            ChineseDate.first(date.group(1))
                    .ifPresent(found -> effective(
                            draft,
                            Seen.at(
                                    line,
                                    offset + date.start(),
                                    offset + date.end(),
                                    found.date().toString(),
                                    "effect.from-date/1")));
        }
        Matcher issue = FROM_ISSUE.matcher(sentence);
        if (draft.effectiveOn().isEmpty() && issue.find() && draft.issuedOn().isPresent()) {
            Seen seen = Seen.at(
                    line,
                    offset + issue.start(),
                    offset + issue.end(),
                    draft.issuedOn().get().toString(),
                    "effect.from-issue/1");
            effective(draft, seen.withConfidence(0.85));
        }
        Matcher after = DAYS_AFTER.matcher(sentence);
        if (draft.effectiveOn().isEmpty() && after.find() && draft.issuedOn().isPresent()) {
            daysAfter(
                    draft,
                    Seen.at(line, offset + after.start(), offset + after.end(), "", "effect.days-after/1"),
                    after);
        }
    }

    private static void ends(Draft draft, Segment line, int offset, String sentence) {
        for (Pattern last : List.of(UNTIL, ENDS)) {
            Matcher until = last.matcher(sentence);
            if (draft.expiresOn().isEmpty() && until.find() && isOwnPeriod(sentence, until.start())) {
                ChineseDate.first(until.group(1))
                        .ifPresent(found -> expires(
                                draft,
                                Seen.at(
                                        line,
                                        offset + until.start(),
                                        offset + until.end(),
                                        found.date().toString(),
                                        "effect.until/1")));
            }
        }
    }

    private static void daysAfter(Draft draft, Seen seen, Matcher after) {
        OptionalInt count = ChineseNumeral.parse(after.group(1));
        LocalDate issued = draft.issuedOn().orElseThrow();
        count.ifPresent(n -> {
            LocalDate start = after.group(2).equals("个月") ? issued.plusMonths(n) : issued.plusDays(n);
            effective(draft, seen.withValue(start.toString()).withConfidence(0.7));
        });
    }

    /** Whether the words before a period in its clause leave it to the document. */
    private static boolean isOwnPeriod(String sentence, int at) {
        String before = sentence.substring(0, at);
        int clause = Math.max(Math.max(before.lastIndexOf('，'), before.lastIndexOf(',')), before.lastIndexOf('；'));
        return !OTHER_PERIOD.matcher(before.substring(clause + 1)).find();
    }

    private static void period(Draft draft, Segment line, int offset, String sentence) {
        Matcher years = YEARS.matcher(sentence);
        if (draft.expiresOn().isEmpty()
                && draft.effectiveOn().isPresent()
                && years.find()
                && isOwnPeriod(sentence, years.start())) {
            OptionalInt count = ChineseNumeral.parse(years.group(1));
            LocalDate start = draft.effectiveOn().get();
            count.ifPresent(n -> {
                LocalDate end = (years.group(2).equals("年") ? start.plusYears(n) : start.plusMonths(n)).minusDays(1);
                Seen seen =
                        Seen.at(line, offset + years.start(), offset + years.end(), end.toString(), "effect.period/1");
                expires(draft, seen.withConfidence(0.9));
            });
        }
    }

    private static Optional<Seen> headerDate(Draft draft, String field) {
        return draft.header()
                .value(field)
                .flatMap(seen -> ChineseDate.first(seen.value())
                        .map(date -> seen.withValue(date.date().toString())));
    }

    private static void effective(Draft draft, Seen seen) {
        draft.effectiveOn(LocalDate.parse(seen.value()));
        draft.claim("effectiveOn", seen);
    }

    private static void expires(Draft draft, Seen seen) {
        draft.expiresOn(LocalDate.parse(seen.value()));
        draft.claim("expiresOn", seen);
    }

    private static Validity validity(Draft draft) {
        if (draft.isProposal()) {
            return new Validity(Validity.UNKNOWN, draft.asOf(), null, "computed");
        }
        Optional<Seen> stated = draft.header().value("validity");
        Optional<String> status = stated.map(Seen::value).flatMap(EffectStep::status);
        LocalDate asOf = draft.asOf();
        if (draft.expiresOn().filter(asOf::isAfter).isPresent()
                && !status.filter(Validity.REPEALED::equals).isPresent()) {
            status.filter(Validity.IN_FORCE::equals)
                    .ifPresent(said -> draft.finding(
                            Finding.warning(
                                    "validity.disagrees",
                                    "the page says " + stated.get().value() + ", but the document expired on "
                                            + draft.expiresOn().get()),
                            stated.get()));
            return claimed(draft, Validity.EXPIRED, "有效期至 " + draft.expiresOn().get(), "computed");
        }
        if (status.isPresent()) {
            draft.claim("validity", stated.get().withValue(status.get()));
            return new Validity(status.get(), asOf, stated.get().raw(), "stated");
        }
        if (draft.effectiveOn().filter(asOf::isBefore).isPresent()) {
            return claimed(draft, Validity.NOT_YET, "施行 " + draft.effectiveOn().get(), "computed");
        }
        return new Validity(Validity.UNKNOWN, asOf, null, "computed");
    }

    private static Validity claimed(Draft draft, String status, String basis, String method) {
        draft.claim("validity", Seen.outside(status, basis, "validity.computed/1", 0.9));
        return new Validity(status, draft.asOf(), basis, method);
    }

    /** The words of sites for the statuses of the contract. */
    private static Optional<String> status(String word) {
        String bare = Blanks.remove(word);
        if (Validity.STATUSES.contains(bare)) {
            return Optional.of(bare);
        }
        return Optional.ofNullable(
                switch (bare) {
                    case "有效", "现行", "继续有效", "是" -> Validity.IN_FORCE;
                    case "已废止", "全文废止" -> Validity.REPEALED;
                    case "失效", "已失效", "全文失效" -> Validity.DECLARED_INVALID;
                    case "部分有效", "部分废止" -> Validity.PARTLY;
                    case "已修订", "被修改", "修改" -> Validity.AMENDED;
                    case "未生效", "尚未生效" -> Validity.NOT_YET;
                    default -> null;
                });
    }
}
