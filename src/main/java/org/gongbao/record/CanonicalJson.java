package org.gongbao.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as RFC 8785 (JSON Canonicalization Scheme) asks: keys sorted by UTF-16 code units, no blanks, numbers as
 * ECMAScript prints them. The same value gives the same bytes on every machine.
 *
 * <p>Takes maps with string keys, iterables, strings, booleans, numbers, null, dates and instants (ISO 8601), enums
 * (their {@code toString}), a {@link Box} (an array of four) and Java records (an object of their components).
 */
public final class CanonicalJson {

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            for (RecordComponent component : components) {
                component.getAccessor().setAccessible(true);
            }
            java.util.Arrays.sort(components, java.util.Comparator.comparing(RecordComponent::getName));
            return components;
        }
    };

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /** The canonical text of a value. */
    public static String write(@Nullable Object value) {
        CanonicalJson json = new CanonicalJson();
        json.value(value);
        return json.out.toString();
    }

    /** The canonical text of a value in UTF-8. */
    public static byte[] bytes(@Nullable Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    private void value(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Iterable<?> items) {
            array(items);
        } else if (value instanceof Box box) {
            array(java.util.List.of(box.x(), box.y(), box.width(), box.height()));
        } else if (value instanceof Record record) {
            record(record);
        } else if (value instanceof CharSequence
                || value instanceof LocalDate
                || value instanceof Instant
                || value instanceof Enum<?>) {
            string(value.toString());
        } else {
            throw new IllegalArgumentException(
                    "no JSON form for " + value.getClass().getName());
        }
    }

    private void object(Map<?, ?> map) {
        SortedMap<String, Object> sorted = new TreeMap<>();
        map.forEach((key, item) -> sorted.put(key.toString(), item == null ? Null.INSTANCE : item));
        char separator = '{';
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            out.append(separator);
            string(entry.getKey());
            out.append(':');
            value(entry.getValue() == Null.INSTANCE ? null : entry.getValue());
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    private void array(Iterable<?> items) {
        char separator = '[';
        for (Object item : items) {
            out.append(separator);
            value(item);
            separator = ',';
        }
        out.append(separator == '[' ? "[]" : "]");
    }

    private void record(Record record) {
        char separator = '{';
        for (RecordComponent component : COMPONENTS.get(record.getClass())) {
            out.append(separator);
            string(component.getName());
            out.append(':');
            value(read(component, record));
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    private static @Nullable Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("component " + component.getName() + " cannot be read", e);
        }
    }

    private void number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            out.append(EcmaScriptNumber.print(number.doubleValue()));
        } else {
            out.append(number);
        }
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else if (isLoneSurrogate(text, i)) {
                        out.append('\uFFFD');
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** A half of a surrogate pair without its other half has no UTF-8 form; it is written as U+FFFD. */
    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private enum Null {
        INSTANCE
    }
}
