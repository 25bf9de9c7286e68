package org.gongbao.privacy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.PersonalDatum;
import org.gongbao.record.Table;
import org.jspecify.annotations.Nullable;

/**
 * Finds personal data (个人信息) in text: numbers by their check digits, columns and labels by their heads, and the rest by cues.
 * It says where they stand and of what kind they are, never what they are. What offices say of themselves is no finding.
 *
 * <p>Digits count in every width and may be parted by blanks or hyphens in groups, with other figures beside them.
 */
final class PersonalDataFinder {

    /** What keeps a document from the public; other data is shown to the desk. */
    private static final List<String> HIDDEN = List.of("mask", "remove");

    private final PrivacyLists lists;

    /** @param profiles a folder whose {@code privacy} part is laid over the packed lists, null for none */
    PersonalDataFinder(@Nullable Path profiles) {
        lists = PrivacyLists.over(profiles);
    }

    /** What is found in the record's text, in order. */
    List<PersonalDatum> find(DocumentRecord record) {
        String title = record.title() == null ? "" : record.title();
        return find(record.text(), record.tables(), title).inCodePoints();
    }

    /** Kinds that must be hidden in some other text of a record, such as a quotation: identity numbers and cards. */
    List<String> kindsIn(String text, Set<String> allowed) {
        Finds finds = new Finds(text, lists);
        new PersonNumbers(finds).find();
        return kinds(text, finds.inCodePoints(), allowed);
    }

    /** Kinds that must be hidden in a text alone, without the tables that it may have been. */
    List<String> kindsShown(String text, Set<String> allowed) {
        return kinds(text, find(text, List.of(), "").inCodePoints(), allowed);
    }

    /**
     * Kinds of a record that must be hidden.
     *
     * @param allowed bare values that a person let stand
     */
    List<String> kindsIn(DocumentRecord record, Set<String> allowed) {
        return kinds(record.text(), find(record), allowed);
    }

    /** Whether the lists say that what was found keeps a document from the public. */
    static boolean mustBeHidden(PersonalDatum datum) {
        return HIDDEN.contains(datum.action());
    }

    /** What a kind of personal data is called in a reason. */
    String reason(String kind) {
        return lists.kind(kind).reason();
    }

    private static List<String> kinds(String text, List<PersonalDatum> found, Set<String> allowed) {
        return found.stream()
                .filter(PersonalDataFinder::mustBeHidden)
                .filter(datum -> allowed.isEmpty() || !allowed.contains(Removals.bare(Removals.value(text, datum))))
                .map(PersonalDatum::kind)
                .distinct()
                .toList();
    }

    /** Columns come first, as they say best what is in them; cues are read last, without what was found by then. */
    private Finds find(String text, List<Table> tables, String title) {
        Finds finds = new Finds(text, lists);
        PersonNumbers numbers = new PersonNumbers(finds);
        PersonColumns columns = new PersonColumns(finds, numbers, title);
        List<Sheet> sheets = TableSheets.in(finds.text(), tables, lists);
        sheets.forEach(columns::find);
        new TextSheets(finds.text(), lists).sheets(sheets).forEach(columns::find);
        numbers.find();
        new Labelled(finds).find();
        new Addresses(finds).find();
        new Births(finds).find();
        new Plates(finds).find();
        new TravelDocuments(finds).find();
        new NumberedPersons(finds).find();
        new Mails(finds).find();
        new Phones(finds).find();
        new Diagnoses(finds).find();
        return finds;
    }
}
