package org.gongbao.privacy;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what stands behind a label and a colon (标签后的内容), in running lists and forms: {@code 姓名：…，性别：…，住址：…}. */
final class Labelled {

    private static final String END = "，,;；。\n\t|｜";

    /** A blank with the next label behind it ends a value: {@code 姓名：张三 性别：男}. */
    private static final Pattern NEXT_LABEL = Pattern.compile("[ \\u00A0\\u3000]+\\p{IsHan}{2,8}:");

    private static final Pattern NAME =
            Pattern.compile("\\p{IsHan}[ \\u3000]{1,2}\\p{IsHan}(?![\\p{IsHan}])|[\\p{IsHan}·•．.]{2,20}");

    /** Kinds that say nothing of anybody unless somebody was named or numbered before. */
    private static final Set<String> ANCHORED = Set.of("health", "religion", "biometric", "whereabouts");

    /** What follows a person that a label names: {@code 当事人：卓玛央金，女}. */
    private static final Pattern SEX = Pattern.compile("\\s*[，,、]?\\s*[男女]");

    private static final List<String> ANCHORS = List.of("name", "minor", "identity-number", "birth-date");

    /** Characters back in which the person is named, and ahead in which an office is. */
    private static final int ANCHOR = 300;

    private static final int SERVICE = 80;

    private static final int LONGEST = 80;

    private final Finds finds;
    private final String text;
    private final PrivacyLists lists;
    private final PersonNames names;

    Labelled(Finds finds) {
        this.finds = finds;
        this.text = finds.text();
        this.lists = finds.lists();
        this.names = new PersonNames(lists);
    }

    void find() {
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            String label = label(colon);
            String kind = lists.labelled(label);
            if (!kind.isEmpty()) {
                value(kind, label, colon + 1, end(colon + 1));
            }
        }
    }

    private String label(int colon) {
        int start = Math.max(0, colon - 16);
        for (int i = colon - 1; i >= start; i--) {
            if (END.indexOf(text.charAt(i)) >= 0 || text.charAt(i) == ':') {
                start = i + 1;
            }
        }
        return text.substring(start, colon);
    }

    private int end(int start) {
        int end = start;
        while (end < text.length() && end - start < LONGEST && END.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        Matcher next = NEXT_LABEL.matcher(text).region(start, end);
        return next.find() ? next.start() : end;
    }

    private void value(String kind, String label, int start, int end) {
        String words = text.substring(start, end);
        switch (kind) {
            case "name", "child" -> name(kind, label, start, words);
            case "address" -> {
                if (Addresses.isPlace(words)) {
                    finds.add(kind, start, end);
                }
            }
            case "mail-address" -> {
                if (Addresses.isPlace(words) && finds.isPrivate(start - label.length() - 1)) {
                    finds.add("address", start, end);
                }
            }
            case "birth-date" -> {
                Matcher date = Births.DATE.matcher(words);
                if (date.find() && !isInService(start)) {
                    finds.add(kind, start + date.start(), start + date.end());
                }
            }
            case "private-phone" -> new Phones(finds).inColumn(new Sheet.Cell(0, start, end));
            default -> {
                if (ANCHORED.contains(kind)
                        && finds.isNear(start, ANCHOR, ANCHORS)
                        && words.strip().length() > 1) {
                    finds.add(kind, start, end);
                }
            }
        }
    }

    private void name(String kind, String label, int start, String words) {
        int blanks = 0;
        while (blanks < words.length() && Widths.isBlank(words.charAt(blanks))) {
            blanks++;
        }
        Matcher name = NAME.matcher(words).region(blanks, words.length());
        if (!name.lookingAt() || isInService(start)) {
            return;
        }
        int behind = start + name.end();
        boolean told = PrivacyLists.bare(label).endsWith("姓名")
                || SEX.matcher(text).region(behind, text.length()).lookingAt();
        if (told ? names.mayBe(name.group()) : names.is(name.group())) {
            finds.add(kind.equals("child") ? "minor" : "name", start + name.start(), behind);
        }
    }

    /** Persons in office are told by what follows: {@code 职务：局长}, {@code 现任…}. */
    private boolean isInService(int start) {
        return lists.says("service", text.substring(start, Math.min(text.length(), start + SERVICE)));
    }
}
