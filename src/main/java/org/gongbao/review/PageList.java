package org.gongbao.review;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages as people write them: {@code 1-2,48}. */
final class PageList {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:\\s*[-–—~～至]\\s*(\\d{1,4}))?");

    private PageList() {}

    /** @throws IssueRefusedException {@code pages-unreadable} */
    static Set<Integer> read(String text) {
        Set<Integer> pages = new TreeSet<>();
        for (String part : text.split("[,，、;；\\s]+")) {
            if (part.isEmpty()) {
                continue;
            }
            Matcher range = RANGE.matcher(part);
            if (!range.matches()) {
                throw new IssueRefusedException("pages-unreadable", "the pages are " + text + ", expected 1-2,48");
            }
            int first = Integer.parseInt(range.group(1));
            int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
            for (int page = first; page <= last; page++) {
                pages.add(page);
            }
        }
        return pages;
    }
}
