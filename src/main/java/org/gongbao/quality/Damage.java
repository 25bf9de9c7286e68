package org.gongbao.quality;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What happens to texts on their way through web pages, copying and character recognition (文本损坏), done on purpose to a text
 * whose truth is known. The same text gives the same damage.
 */
enum Damage {
    /** The text alone, without pages, tables and style. */
    PLAIN("plain-text", text -> text),

    /** {@code 云政办发〔20249号}. */
    BRACKET("bracket-lost", text -> text.replaceFirst("(〔\\d{4})〕", "$1")),

    /** {@code 云政办发[2024]9号}. */
    BRACKET_STYLE("bracket-style", text -> text.replace('〔', '[').replace('〕', ']')),

    /** {@code 2024312} where the date stands in a line of its own. */
    DATE_SIGNS(
            "date-signs-lost",
            text -> Pattern.compile("(?m)^(\\s*\\d{4})年(\\d{1,2})月(\\d{1,2})日(\\s*)$")
                    .matcher(text)
                    .replaceAll("$1$2$3$4")),

    /** {@code 2O24年3月l2日}: look-alikes of the figures in number and date. */
    LOOK_ALIKE("look-alikes", Damage::lookAlikes),

    /** {@code 云政办发 〔2024〕 9 号}, {@code 2024 年 3 月 12 日}. */
    BLANKS("blanks-inside", text -> text.replaceAll("(?<=[\\d〕])(?=[年月日号])|(?<=年|月)(?=\\d)|(?=〔)|(?<=〕)", " ")),

    /** {@code 关 于 做 好 …} in the first lines. */
    LETTER_SPACED("letter-spaced", Damage::letterSpaced),

    /** Full-width signs become half-width. */
    HALF_WIDTH("half-width", text -> Normalizer.normalize(text, Normalizer.Form.NFKC)),

    /** Figures become full-width. */
    FULL_WIDTH("full-width-figures", Damage::fullWidth),

    /** Lines end after thirty characters, as on a narrow page. */
    WRAPPED(
            "hard-wrapped",
            text -> text.lines()
                    .map(line -> line.replaceAll("(.{30})(?=.)", "$1\n"))
                    .collect(Collectors.joining("\n"))),

    /** All in one paragraph. */
    RUN_ON("run-on", text -> text.replaceAll("\\s*\n\\s*", "")),

    /** Every other line is empty, and all are indented. */
    LOOSE("loose-lines", text -> text.lines().map(line -> "\u3000\u3000" + line).collect(Collectors.joining("\n\n")));

    /** What a text without its page and its tables can still tell. */
    static final Set<QualityField> JUDGED = EnumSet.of(
            QualityField.TITLE,
            QualityField.ENCLOSED_TITLE,
            QualityField.DOCUMENT_NUMBER,
            QualityField.DOCUMENT_KIND,
            QualityField.ISSUERS,
            QualityField.ADDRESSEES,
            QualityField.ISSUED_ON,
            QualityField.PUBLISHED_ON,
            QualityField.EFFECTIVE_ON,
            QualityField.EXPIRES_ON,
            QualityField.INDEX_NUMBER,
            QualityField.ATTACHMENTS,
            QualityField.CITATIONS);

    private final String kind;
    private final UnaryOperator<String> change;

    Damage(String kind, UnaryOperator<String> change) {
        this.kind = kind;
        this.change = change;
    }

    String kind() {
        return kind;
    }

    /** The damaged text; the text itself where there is nothing that could be damaged so. */
    String applyTo(String text) {
        return change.apply(text);
    }

    private static String lookAlikes(String text) {
        Matcher date =
                Pattern.compile("(?m)^\\s*\\d{4}年\\d{1,2}月\\d{1,2}日\\s*$").matcher(text);
        String dated = date.replaceAll(line -> line.group().replace('0', 'O').replace('1', 'l'));
        Matcher number = Pattern.compile("(?m)^.*〔\\d{4}〕\\d+号$").matcher(dated);
        return number.replaceFirst(line -> line.group().replace('0', 'O').replace('1', 'l'));
    }

    private static String letterSpaced(String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < Math.min(6, lines.length); i++) {
            if (lines[i].length() < 25 && !lines[i].matches(".*[：:\\d].*")) {
                lines[i] = lines[i].replaceAll("(?<=\\S)(?=\\S)", " ");
            }
        }
        return String.join("\n", lines);
    }

    private static String fullWidth(String text) {
        return text.chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + '０' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
