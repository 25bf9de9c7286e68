package org.gongbao.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds days of birth of private persons in running text (出生日期); careers of those in office state theirs lawfully. */
final class Births {

    static final Pattern DATE = Pattern.compile(
            "(?:19|20)[0-9]{2}(?:年[0-9]{1,2}月(?:[0-9]{1,2}日)?|[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?|[01][0-9](?:[0-3][0-9])?(?![0-9]))");

    private static final Pattern BORN =
            Pattern.compile("(?<![0-9])((?:19|20)[0-9]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?)(?:出生|生(?=[，,。;；、）)]))");

    private final Finds finds;

    Births(Finds finds) {
        this.finds = finds;
    }

    void find() {
        Matcher born = BORN.matcher(finds.text());
        while (born.find()) {
            String line = finds.line(born.start());
            boolean named = finds.isNear(born.start(), 40, java.util.List.of("name", "minor"));
            if (!finds.lists().says("service", line)
                    && (named || finds.lists().says("private", line.replace("出生", "")))) {
                finds.add("birth-date", born.start(1), born.end(1));
            }
        }
    }
}
