package org.gongbao.privacy;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds personal data by the heads of columns (人员名单的列) in lists of private persons. Tables of offices and of persons in
 * office keep what they say.
 */
final class PersonColumns {

    /** What makes a list one of private persons, whatever else it says. */
    private static final Set<String> PRIVATE =
            Set.of("identity-number", "bank-card", "address", "health", "child", "private-phone", "travel-document");

    private static final Set<String> NAMES = Set.of("name", "child");

    /** Kinds of which the whole cell is the value. */
    private static final Set<String> WHOLE = Set.of("address", "health", "religion", "biometric", "whereabouts");

    /** Heads of names that offices use of their own people too. */
    private static final Set<String> ANYBODY = Set.of("姓名", "家长", "学生");

    private static final Pattern DATE = Pattern.compile("(?:19|20)[0-9]{2}\\D?.*");

    /** A sex, a date, or a number that is longer than that of a row. */
    private static final Pattern FILLED =
            Pattern.compile("^\\s*[男女]\\s*$|(?:19|20)[0-9]{2}[.年/-]|[0-9][0-9 -]{4,}[0-9Xx]");

    private static final Pattern NAME_PIECE = Pattern.compile("[^、,，/；;\\n]+");

    /** Characters before a table in which its caption stands. */
    private static final int CAPTION = 200;

    private final Finds finds;
    private final PrivacyLists lists;
    private final PersonNames names;
    private final PersonNumbers numbers;
    private final String title;

    PersonColumns(Finds finds, PersonNumbers numbers, String title) {
        this.finds = finds;
        this.lists = finds.lists();
        this.names = new PersonNames(lists);
        this.numbers = numbers;
        this.title = title;
    }

    /** Whether a column of the kind makes a table worth looking at. */
    static boolean namesPersons(String kind) {
        return NAMES.contains(kind) || kind.equals("identity-number") || kind.equals("credit");
    }

    void find(Sheet sheet) {
        List<String> kinds = sheet.heads().stream().map(lists::under).toList();
        codes(sheet, kinds);
        boolean identified = kinds.stream().anyMatch(NAMES::contains) || kinds.contains("identity-number");
        if (!identified || !listsPrivatePersons(sheet, kinds)) {
            finds.office(sheet.start(), sheet.end());
            return;
        }
        String caption = caption(sheet);
        boolean children = kinds.contains("child") || lists.says("children", caption) && !lists.says("grown", caption);
        for (List<Sheet.Cell> row : sheet.rows()) {
            if (!isFilled(row, kinds)) {
                continue;
            }
            for (Sheet.Cell cell : row) {
                if (cell.column() < kinds.size()) {
                    String head = PrivacyLists.bare(sheet.heads().get(cell.column()));
                    find(kinds.get(cell.column()), children && isOfChild(head, kinds.get(cell.column())), cell);
                }
            }
        }
    }

    /** Rows of blank forms hold heads only: somebody has a name, a sex or a number. */
    private boolean isFilled(List<Sheet.Cell> row, List<String> kinds) {
        return row.stream().anyMatch(cell -> {
            String words = finds.text().substring(cell.start(), cell.end());
            boolean named = cell.column() < kinds.size()
                    && NAMES.contains(kinds.get(cell.column()))
                    && names.is(words)
                    && lists.headed(words).isEmpty();
            return named || FILLED.matcher(words).find();
        });
    }

    private static boolean isOfChild(String head, String kind) {
        return kind.equals("child") || head.equals("姓名");
    }

    private void codes(Sheet sheet, List<String> kinds) {
        for (List<Sheet.Cell> row : sheet.rows()) {
            for (Sheet.Cell cell : row) {
                if (cell.column() < kinds.size() && kinds.get(cell.column()).equals("credit")) {
                    finds.code(cell.start(), cell.end());
                }
            }
        }
    }

    private boolean listsPrivatePersons(Sheet sheet, List<String> kinds) {
        Set<String> heads = sheet.heads().stream().map(PrivacyLists::bare).collect(Collectors.toSet());
        boolean ownName = heads.stream().anyMatch(head -> lists.under(head).equals("name") && !ANYBODY.contains(head));
        if (ownName || kinds.stream().anyMatch(PRIVATE::contains)) {
            return true;
        }
        if (kinds.contains("office")) {
            return false;
        }
        String caption = caption(sheet);
        boolean persons = lists.says("persons", caption) || lists.says("children", caption);
        boolean officials = lists.says("officials", caption);
        return persons && !officials
                || !officials && (kinds.contains("private") || kinds.contains("phone") || kinds.contains("birth-date"));
    }

    private String caption(Sheet sheet) {
        return title + "\n" + finds.text().substring(Math.max(0, sheet.start() - CAPTION), sheet.start());
    }

    private void find(String kind, boolean child, Sheet.Cell cell) {
        String words = finds.text().substring(cell.start(), cell.end());
        if (!lists.headed(words).isEmpty()) {
            return;
        }
        if (NAMES.contains(kind)) {
            names(child ? "minor" : "name", cell, words);
        } else if (WHOLE.contains(kind) && !says(kind, words)) {
            finds.add(kind, cell.start(), cell.end());
        } else if (kind.equals("birth-date") && DATE.matcher(words.strip()).lookingAt()) {
            finds.add(kind, cell.start(), cell.end());
        } else {
            numbers.inColumn(kind, cell);
        }
    }

    /** Whether a cell says nothing of a person. */
    private boolean says(String kind, String words) {
        String bare = Widths.unblank(words);
        return bare.length() < (kind.equals("address") ? 4 : 1)
                || lists.cue("empty").matcher(bare).matches()
                || bare.matches("[-—–/\\\\.*×]+");
    }

    private void names(String kind, Sheet.Cell cell, String words) {
        if (names.mayBe(words)) {
            finds.add(kind, cell.start(), cell.end());
            return;
        }
        Matcher piece = NAME_PIECE.matcher(words);
        while (piece.find()) {
            if (names.is(piece.group())) {
                finds.add(kind, cell.start() + piece.start(), cell.start() + piece.end());
            }
        }
    }
}
