package org.gongbao.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A name of an administrative division (行政区划) with the time in which it was so called.
 *
 * @param code six digits after GB/T 2260; {@link #NATION} for the whole country
 * @param since first day known, null where the lists do not go back so far
 * @param until first day on which it was no more, null while it is
 */
public record Division(
        String code,
        String name,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    /** The whole country. Not a code of GB/T 2260, but of its form, so that every jurisdiction has one. */
    public static final String NATION = "000000";

    public Division {
        if (!code.matches("\\d{6}")) {
            throw new IllegalArgumentException("division is \"" + code + "\", expected six digits");
        }
    }

    public DivisionLevel level() {
        if (code.equals(NATION)) {
            return DivisionLevel.NATION;
        }
        if (code.endsWith("0000")) {
            return name.endsWith("市") ? DivisionLevel.MUNICIPALITY : DivisionLevel.PROVINCE;
        }
        return code.endsWith("00") ? DivisionLevel.PREFECTURE : DivisionLevel.COUNTY;
    }

    /** Whether it was so called on the day; without a day, whether it still is. */
    boolean isCurrent(@Nullable LocalDate day) {
        return isWithin(since, until, day);
    }

    static boolean isWithin(@Nullable LocalDate since, @Nullable LocalDate until, @Nullable LocalDate day) {
        return day == null
                ? until == null
                : (since == null || !day.isBefore(since)) && (until == null || day.isBefore(until));
    }

    /** Whether a division of the code is the other one or lies in it. */
    static boolean isIn(String code, String other) {
        return code.startsWith(significant(other));
    }

    private static String significant(String code) {
        return code.equals(NATION)
                ? ""
                : code.endsWith("0000") ? code.substring(0, 2) : code.endsWith("00") ? code.substring(0, 4) : code;
    }
}
