package org.gongbao.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two records of one document (字段变化), field by field: what a newer reading would change.
 *
 * <p>Fields are named as in the record contract and come in its order. Not compared: {@code source}, which tells of the
 * file; {@code findings} and {@code personalData}, of which each reader sees its own part; {@code items}, which are
 * documents of their own.
 */
public final class RecordChanges {

    private static final int LONGEST = 120;
    private static final int AROUND = 20;

    private static final Set<String> LEFT_OUT =
            Set.of("schema", "source", "items", "personalData", "claims", "findings");

    private static final List<RecordComponent> FIELDS = Arrays.stream(DocumentRecord.class.getRecordComponents())
            .filter(component -> !LEFT_OUT.contains(component.getName()))
            .toList();

    private RecordChanges() {}

    /**
     * A field whose value differs.
     *
     * @param before the value as the canonical JSON of the record has it, cut where it is long; text: where it first differs
     * @param after the same of the later record
     */
    public record Change(String field, String before, String after) {

        @Override
        public String toString() {
            return field + ": " + before + " → " + after;
        }
    }

    /** The changes of values; after them one of {@code claims}, where only the evidence of a field differs. */
    public static List<Change> between(DocumentRecord before, DocumentRecord after) {
        List<Change> changes = new ArrayList<>();
        List<String> evidence = new ArrayList<>();
        for (RecordComponent component : FIELDS) {
            String field = component.getName();
            Object old = value(component, before);
            Object now = value(component, after);
            if (!Objects.equals(old, now)) {
                changes.add(change(field, old, now));
            } else if (!Objects.equals(
                    before.claims().get(field), after.claims().get(field))) {
                evidence.add(field);
            }
        }
        if (!evidence.isEmpty()) {
            changes.add(new Change("claims", "evidence", "other evidence of " + String.join(", ", evidence)));
        }
        return changes;
    }

    private static Change change(String field, @Nullable Object old, @Nullable Object now) {
        String before = old instanceof String text ? text : CanonicalJson.write(old);
        String after = now instanceof String text ? text : CanonicalJson.write(now);
        if (before.length() <= LONGEST && after.length() <= LONGEST) {
            return new Change(field, before, after);
        }
        int same = sameStart(before, after);
        return new Change(field, cut(before, same), cut(after, same));
    }

    private static int sameStart(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int same = 0;
        while (same < shorter && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        return same;
    }

    /** From a little before the first difference; never half of a surrogate pair. */
    private static String cut(String value, int same) {
        int start = Math.max(0, same - AROUND);
        int end = Math.min(value.length(), start + LONGEST);
        if (start > 0 && Character.isLowSurrogate(value.charAt(start))) {
            start--;
        }
        if (end < value.length() && Character.isLowSurrogate(value.charAt(end))) {
            end++;
        }
        String part = value.substring(start, end).replace('\n', ' ');
        return (start > 0 ? "…" : "") + part + (end < value.length() ? "…" : "") + " (" + value.length() + ")";
    }

    private static @Nullable Object value(RecordComponent component, DocumentRecord record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the field " + component.getName() + " cannot be read", e);
        }
    }
}
