package org.gongbao.privacy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.PersonalDatum;
import org.jspecify.annotations.Nullable;

/**
 * Marks personal data (个人信息) in records: kind and place, never the value. What the office has to look at itself is a finding
 * as well, which never becomes public.
 */
public final class PersonalData {

    static final String REVIEW = "personal-data.review";

    private final PersonalDataFinder finder;

    private PersonalData(@Nullable Path profiles) {
        finder = new PersonalDataFinder(profiles);
    }

    /** Marks by the packed lists, with those of a folder in their place, where it has them. */
    public static PersonalData over(@Nullable Path profiles) {
        return new PersonalData(profiles);
    }

    /** The record with the personal data found in its text and in the texts of its items. */
    public DocumentRecord mark(DocumentRecord record) {
        List<PersonalDatum> found = finder.find(record);
        DocumentRecord.Builder marked = record.toBuilder()
                .personalData(found)
                .items(record.items().stream().map(this::mark).toList());
        Map<String, Long> review = found.stream()
                .filter(datum -> datum.action().equals("review"))
                .collect(Collectors.groupingBy(PersonalDatum::kind, TreeMap::new, Collectors.counting()));
        if (!review.isEmpty()) {
            marked.finding(Finding.info(REVIEW, "to be looked at before it is published: " + counted(review)));
        }
        return marked.build();
    }

    private static String counted(Map<String, Long> kinds) {
        return kinds.entrySet().stream()
                .map(kind -> kind.getKey() + " × " + kind.getValue())
                .collect(Collectors.joining(", "));
    }
}
