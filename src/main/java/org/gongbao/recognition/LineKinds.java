package org.gongbao.recognition;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what a line is by its own words (行类): noise of a web page, a title's end, an agency, an addressee, a note. */
final class LineKinds {

    /** {@code （此件公开发布）}, {@code （主动公开）}, {@code 此件依申请公开}. */
    private static final Pattern ANNOTATION =
            Pattern.compile("[（(]?\\s*(?:此件|本件|该件)?[^（）()。]{0,8}公开(?:发布|发表)?[^（）()。]{0,6}\\s*[)）]?");

    /** What addressees are: {@code 各县（市、区）人民政府，市政府各部门：}, {@code 云州市财政局：}, {@code 马某某副主席：}. */
    private static final Pattern ADDRESSEE =
            Pattern.compile("(?:各[\\p{IsHan}].*|.*[，,、]各[\\p{IsHan}].*|.{2,}(?:政府|局|委|办|厅|部|部门|单位|公司|中心|院|行|处|社|会|企业"
                    + "|机构|职工|大学|学院|学校|军区|主席|总理|同志|委员|代表|先生|女士|所|站|馆|集团|群众|居民|街道|乡镇|缴存人|纳税人|人员|组织|科室|总队|支队))[）)]?[：:]");

    /** What introduces the body and is no addressee: {@code 现通知如下：}. */
    private static final Pattern INTRODUCTION =
            Pattern.compile(".*(?:如下|以下|下列|通知|公告|决定|批复|规定|条件|要求|包括|现将|根据|为了|附件|抄送|联系|电话).{0,6}[：:]");

    private static final Pattern SECTION_START =
            Pattern.compile("(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十百]{1,4}[编章节条]).*");

    private final List<Pattern> noise;
    private final Pattern titleEnd;
    private final Pattern kindEnd;
    private final Agencies agencies;
    private final Simplification simplification;

    LineKinds(Profiles profiles) {
        simplification = profiles.simplification();
        noise = profiles.noise().stream().map(Pattern::compile).toList();
        String version = "(?:[（(〔][^（）()]{1,20}[）)〕]){0,2}";
        String kinds = Profiles.anyOf(profiles.kinds().keySet());
        titleEnd = Pattern.compile(".*(?:" + kinds + "|" + Profiles.anyOf(profiles.forms()) + "|"
                + Profiles.anyOf(profiles.titles()) + ")[》>]?" + version);
        kindEnd = Pattern.compile(".*(" + kinds + ")" + version);
        agencies = new Agencies(profiles);
    }

    Agencies agencies() {
        return agencies;
    }

    /** Whether the line holds 关于, which opens the subject of a title. */
    boolean hasSubject(String line) {
        return simplification.of(line).contains("关于");
    }

    /** Whether the line begins with 关于. */
    boolean startsWithSubject(String line) {
        return simplification.of(line).startsWith("关于");
    }

    boolean isNoise(String line) {
        return noise.stream().anyMatch(pattern -> pattern.matcher(line).matches());
    }

    boolean isAnnotation(String line) {
        return line.length() < 30
                && line.contains("公开")
                && ANNOTATION.matcher(line).matches();
    }

    /** Whether a title may end with this line. */
    boolean endsTitle(String line) {
        String squeezed = simplification.of(Blanks.remove(line));
        return squeezed.length() > 2
                && squeezed.length() < 120
                && titleEnd.matcher(squeezed).matches();
    }

    /** The word of the kind of document that a title ends with: 通知, 实施意见, 令. */
    Optional<String> kindAtEnd(String title) {
        Matcher matcher = kindEnd.matcher(simplification.of(Blanks.remove(title)));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    boolean isAddressee(String line) {
        if (line.length() >= 300 || line.indexOf('。') >= 0) {
            return false;
        }
        String words = simplification.of(line);
        return ADDRESSEE.matcher(words).matches()
                && !INTRODUCTION.matcher(words).matches();
    }

    /** A line of running text: a sentence, or the first line of a section. */
    boolean isBody(String line) {
        return SECTION_START.matcher(line).matches()
                || line.endsWith("。")
                || line.length() > 40 && line.indexOf('。') > 0
                || line.length() > 10
                        && INTRODUCTION.matcher(simplification.of(line)).matches();
    }
}
