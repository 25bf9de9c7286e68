package org.gongbao.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds e-mail addresses of private persons (个人电子邮箱); those of offices, and all under gov.cn, stay public. */
final class Mails {

    /** Both parts are bounded, so that a long run of letters is read once. */
    private static final Pattern MAIL = Pattern.compile(
            "(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\\.){1,4}[A-Za-z]{2,12}(?![A-Za-z0-9])");

    private static final Pattern OFFICE = Pattern.compile("(?i)[@.]gov\\.cn$");

    private final Finds finds;

    Mails(Finds finds) {
        this.finds = finds;
    }

    void find() {
        find(0, finds.text().length(), false);
    }

    /** All addresses in a cell of a list of private persons. */
    void inColumn(Sheet.Cell cell) {
        find(cell.start(), cell.end(), true);
    }

    private void find(int from, int to, boolean listed) {
        if (finds.text().indexOf('@', from) < 0) {
            return;
        }
        Matcher matcher = MAIL.matcher(finds.text()).region(from, to);
        while (matcher.find()) {
            if (!OFFICE.matcher(matcher.group()).find() && (listed || finds.isPrivate(matcher.start()))) {
                finds.add("e-mail", matcher.start(), matcher.end());
            }
        }
    }
}
