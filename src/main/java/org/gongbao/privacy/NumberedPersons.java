package org.gongbao.privacy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.PersonalDatum;

/**
 * Finds the name of whom a number belongs to (证件号前的姓名) in running text: {@code 申请人张三，男，汉族，身份证号…},
 * {@code 李四（公民身份号码：…）}. A number that was found says that the name before it is a private person's.
 */
final class NumberedPersons {

    private static final List<String> NUMBERS = List.of("identity-number", "travel-document");

    private static final String BLANKS = "[ \\u3000\\n]*";

    /** Sex, people and day of birth, each ended by a comma. */
    private static final String TOLD =
            "(?:(?:[男女]性?|\\p{IsHan}{1,5}族|[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:出)?生|[0-9]{1,3}岁)" + BLANKS
                    + "[，,、;；]" + BLANKS + ")*";

    private static final String LABEL = "(?:其|持)?(?:公民|居民|二代|有效)?(?:身份证件?|身份|证件|护照|通行证|回乡证|台胞证)(?:号码?|编号)?" + BLANKS
            + "(?:为|是|[:：])?" + BLANKS + "[(（]?";

    /** A name with what is told of the person, up to the number. */
    private static final Pattern BEFORE = Pattern.compile(
            "([\\p{IsHan}·•．.]{2,24})" + BLANKS + "[，,、(（]" + BLANKS + TOLD + "(?:" + LABEL + ")?" + BLANKS + "$");

    /** Characters before a number in which its person is named. */
    private static final int REACH = 80;

    /** Lengths of a name behind words that no cue tells from it, the likeliest first. */
    private static final List<Integer> LENGTHS = List.of(3, 4, 2);

    private final Finds finds;
    private final PersonNames names;
    private final Pattern persons;

    NumberedPersons(Finds finds) {
        this.finds = finds;
        this.names = new PersonNames(finds.lists());
        this.persons = finds.lists().cue("private");
    }

    void find() {
        finds.places(NUMBERS).forEach(this::before);
    }

    private void before(PersonalDatum number) {
        Matcher match = BEFORE.matcher(finds.text().substring(Math.max(0, number.start() - REACH), number.start()));
        if (!match.find()) {
            return;
        }
        String words = match.group(1);
        int end = number.start() - (match.end() - match.end(1));
        int told = behindCue(words);
        if (names.is(words.substring(told))) {
            finds.add("name", end - words.length() + told, end);
            return;
        }
        LENGTHS.stream()
                .filter(length -> length <= words.length() - told && names.is(words.substring(words.length() - length)))
                .findFirst()
                .ifPresent(length -> finds.add("name", end - length, end));
    }

    /** Where the last word for a private person ends: {@code 申请人} in {@code 经审核申请人张三}; 0 without one. */
    private int behindCue(String words) {
        Matcher cue = persons.matcher(words);
        int end = 0;
        while (cue.find()) {
            end = cue.end();
        }
        return end;
    }
}
