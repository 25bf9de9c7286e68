package org.gongbao.privacy;

import java.util.regex.Pattern;

/** Tells names of persons (姓名) from other words by their shape. */
final class PersonNames {

    /** {@code 张三}, {@code 欧阳娜娜}, {@code 扎西次仁}, {@code 阿依古丽·买买提}. */
    private static final Pattern SHAPE =
            Pattern.compile("\\p{IsHan}{2,4}|\\p{IsHan}{1,8}(?:[·•・‧．.]\\p{IsHan}{1,8}){1,3}");

    /** {@code 张某某}: nobody is named. */
    private static final Pattern NOBODY = Pattern.compile("[某×*＊ＸX]");

    private final PrivacyLists lists;

    PersonNames(PrivacyLists lists) {
        this.lists = lists;
    }

    /** Whether a cell under a head of names may be one, whatever the surname. */
    boolean mayBe(String cell) {
        String name = Widths.unblank(cell);
        return SHAPE.matcher(name).matches()
                && !NOBODY.matcher(name).find()
                && !lists.cue("empty").matcher(name).matches()
                && !lists.says("company", name);
    }

    /** Whether words are a name without a head that says so. */
    boolean is(String words) {
        String name = Widths.unblank(words);
        return mayBe(name)
                && (name.length() > 4
                        || name.length() < 4 && lists.isSurname(name.substring(0, 1))
                        || name.length() > 2 && lists.isSurname(name.substring(0, 2)));
    }
}
