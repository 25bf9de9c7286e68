package org.gongbao.search;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongbao.record.DocumentNumber;
import org.gongbao.record.DocumentNumberReader;
import org.gongbao.record.DocumentNumberReader.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Turns document numbers (发文字号) into keys {@code code|year|sequence}, the same for every way of writing them, and sees what
 * number a reader may have meant.
 */
final class NumberKeys {

    private static final String GAP = "[\\s\\p{Ps}\\p{Pe}<>《》年第_—-]*";
    private static final String CODE = "([\\p{IsHan}a-z]{2,20}?)";
    private static final String YEAR = "((?:19|20)\\d{2})";
    private static final String SEQUENCE = "0*(\\d{1,5})";

    /** A number typed anyhow, but no date: {@code 云政办字2023 12号}, {@code 云政办字202312号}; not {@code 云州2023年12月}. */
    private static final Pattern TYPED = Pattern.compile(CODE + GAP + YEAR + GAP + SEQUENCE + "(?!\\d|\\s*[月日.:/-])");

    /** A number without its code: {@code 〔2023〕12号}, {@code 2023年第12号}, {@code 2023 12号}. */
    private static final Pattern TAIL = Pattern.compile("[\\s\\p{Ps}]*" + YEAR + GAP + SEQUENCE + "\\s*号\\p{Pe}?");

    /** An order however it is called: {@code 政府令第8号}, {@code 令8号}, {@code 第8号令}, {@code 8号政府令}. */
    private static final Pattern ORDER =
            Pattern.compile("\\p{IsHan}{0,16}?令\\s*(?:第\\s*0*(\\d{1,5})\\s*号?|0*(\\d{1,5})\\s*号)"
                    + "|第?\\s*0*(\\d{1,5})\\s*号\\p{IsHan}{0,8}?令");

    /** What {@link #ORDER} leaves of an order whose number came first. */
    private static final Pattern NUMBER_FIRST = Pattern.compile("(\\d+)(\\D*令)");

    /** The beginning of a number: {@code 云政办字}, {@code 云政办字〔2023〕}, {@code 云政办字〔2023〕1}. */
    private static final Pattern BEGINNING = Pattern.compile(
            "([\\p{IsHan}a-z]{2,20})(?:" + GAP + YEAR + "(?:[\\s\\p{Ps}\\p{Pe}<>年第]*" + SEQUENCE + ")?)?" + GAP);

    /** What a number has beside code, year and sequence. */
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]|[年第号]");

    /** In keys of orders without a year. */
    private static final String YEARLESS_ORDER = "令||";

    private static final Pattern BLANK = Pattern.compile("\\s+");

    private final Simplification simplification;

    NumberKeys(Simplification simplification) {
        this.simplification = simplification;
    }

    /**
     * What number a text may mean.
     *
     * @param tails keys without their code
     * @param orders how keys of orders (令) end
     */
    record Meant(Set<String> keys, Set<String> tails, Set<String> orders, Set<String> beginnings) {

        /** Whether a document with this key is meant. */
        boolean is(String key) {
            return keys.contains(key)
                    || tails.contains(tail(key))
                    || orders.stream().anyMatch(key::endsWith);
        }

        /** The tails by which all that may be meant is found. */
        Set<String> allTails() {
            Set<String> all = new LinkedHashSet<>(tails);
            orders.forEach(order -> all.add(tail(order)));
            return all;
        }
    }

    /** The key of a document's number; of one that no rule reads, the text without blanks. */
    String key(String number) {
        String folded = simplification.fold(number).strip();
        return DocumentNumberReader.parse(upper(folded), Set.of())
                .map(NumberKeys::key)
                .orElseGet(() -> typed(folded));
    }

    private static String typed(String folded) {
        Matcher typed = TYPED.matcher(folded);
        return typed.lookingAt()
                ? key(typed.group(1), typed.group(2), typed.group(3))
                : BLANK.matcher(folded).replaceAll("");
    }

    /** A key without its agency code. */
    static String tail(String key) {
        return key.substring(key.indexOf('|') + 1);
    }

    /** A key by which numbers come in their order: the sequence filled up with zeros. */
    static String order(String key) {
        int sequence = key.lastIndexOf('|') + 1;
        String digits = key.substring(sequence);
        return digits.matches("\\d{1,8}") ? key.substring(0, sequence) + "0".repeat(8 - digits.length()) + digits : key;
    }

    /** Whether a text is a number and nothing else, whatever signs are lost or too many in it. */
    boolean isWhole(String text, String number) {
        String typed = squeezed(text);
        String whole = squeezed(number);
        return !typed.isEmpty() && typed.chars().anyMatch(Character::isDigit) && whole.endsWith(typed);
    }

    /** The number that a text is, if it is one with its code and year and nothing else; null where it is not. */
    @Nullable
    String whole(String text) {
        Set<String> keys = meant(text).keys();
        String key = keys.size() == 1 ? keys.iterator().next() : "";
        String[] parts = key.split("\\|");
        if (parts.length != 3
                || parts[1].isEmpty()
                || !squeezed(text).matches(Pattern.quote(squeezed(parts[0]) + parts[1]) + "0*" + parts[2])) {
            return null;
        }
        return DocumentNumberReader.parse(upper(simplification.fold(text).strip()), Set.of())
                .map(reading -> reading.number().toString())
                .orElse(upper(parts[0]) + "〔" + parts[1] + "〕" + parts[2] + "号");
    }

    private String squeezed(String text) {
        String plain = SIGNS.matcher(simplification.fold(text)).replaceAll("").replace("人民政府", "政府");
        Matcher order = NUMBER_FIRST.matcher(plain);
        return order.matches() ? order.group(2) + order.group(1) : plain;
    }

    String folded(String text) {
        return simplification.fold(text);
    }

    Meant meant(String text) {
        String folded = simplification.fold(text).strip();
        Set<String> keys = new LinkedHashSet<>();
        DocumentNumberReader.find(upper(folded), Set.of()).forEach(reading -> keys.add(key(reading)));
        Matcher typed = TYPED.matcher(folded);
        while (typed.find()) {
            keys.add(key(typed.group(1), typed.group(2), typed.group(3)));
        }
        Set<String> tails = new LinkedHashSet<>();
        Matcher tail = TAIL.matcher(folded);
        if (tail.matches()) {
            tails.add(tail.group(1) + "|" + tail.group(2));
        }
        return new Meant(keys, tails, orders(folded, keys), beginnings(folded));
    }

    private static Set<String> orders(String folded, Set<String> keys) {
        Set<String> orders = new LinkedHashSet<>();
        keys.stream()
                .map(key -> key.substring(Math.max(0, key.indexOf(YEARLESS_ORDER))))
                .filter(end -> end.startsWith(YEARLESS_ORDER))
                .forEach(orders::add);
        Matcher order = ORDER.matcher(folded);
        if (order.matches()) {
            Stream.of(order.group(1), order.group(2), order.group(3))
                    .filter(Objects::nonNull)
                    .forEach(sequence -> orders.add(YEARLESS_ORDER + sequence));
        }
        return orders;
    }

    private static Set<String> beginnings(String folded) {
        Matcher beginning = BEGINNING.matcher(folded);
        if (!beginning.matches()) {
            return Set.of();
        }
        String year = beginning.group(2);
        String sequence = beginning.group(3);
        return Set.of(beginning.group(1) + "|" + (year == null ? "" : year + "|" + (sequence == null ? "" : sequence)));
    }

    private static String key(Reading reading) {
        DocumentNumber number = reading.number();
        return number.key().toLowerCase(Locale.ROOT);
    }

    private static String key(String code, String year, String sequence) {
        return code + "|" + year + "|" + sequence;
    }

    private static String upper(String folded) {
        return folded.toUpperCase(Locale.ROOT);
    }
}
