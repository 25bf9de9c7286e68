package org.gongbao.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongbao.privacy.Redaction;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.PersonalDatum;
import org.jspecify.annotations.Nullable;

/**
 * A place of personal data with the words around it, as the desk shows it.
 *
 * @param action what the policy proposes
 * @param decided null until somebody has decided
 */
record PersonalPlace(
        String kind,
        int start,
        int end,
        String action,
        String before,
        String words,
        String after,
        @Nullable Redaction decided) {

    private static final int AROUND = 24;

    public boolean isUndecided() {
        return decided == null && !action.equals("keep");
    }

    /** Every place that rules or people found, in the order of the text. */
    static List<PersonalPlace> of(DocumentRecord record, List<Redaction> standing) {
        int[] text = record.text().codePoints().toArray();
        List<PersonalPlace> places = new ArrayList<>();
        for (PersonalDatum datum : record.personalData()) {
            Optional<Redaction> decided =
                    standing.stream().filter(each -> each.isOf(datum)).findFirst();
            places.add(place(text, datum, decided.orElse(null)));
        }
        standing.stream()
                .filter(redaction -> redaction.kind().equals(Redaction.OTHER))
                .map(redaction -> place(
                        text,
                        new PersonalDatum(redaction.kind(), redaction.start(), redaction.end(), 1, "review"),
                        redaction))
                .forEach(places::add);
        places.sort((a, b) -> Integer.compare(a.start, b.start));
        return places;
    }

    private static PersonalPlace place(int[] text, PersonalDatum datum, @Nullable Redaction decided) {
        int start = Math.min(datum.start(), text.length);
        int end = Math.min(datum.end(), text.length);
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length, end + AROUND);
        return new PersonalPlace(
                datum.kind(),
                datum.start(),
                datum.end(),
                datum.action(),
                new String(text, from, start - from),
                new String(text, start, end - start),
                new String(text, end, to - end),
                decided);
    }

    /** Where words stand in a text, as places that a person found. */
    static List<PersonalDatum> occurrences(String text, String words) {
        List<PersonalDatum> places = new ArrayList<>();
        int length = words.codePointCount(0, words.length());
        for (int at = text.indexOf(words); !words.isEmpty() && at >= 0; at = text.indexOf(words, at + words.length())) {
            int start = text.codePointCount(0, at);
            places.add(new PersonalDatum(Redaction.OTHER, start, start + length, 1, "remove"));
        }
        return places;
    }
}
