package org.gongbao.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The days of a year's notice on holidays, from {@code ingest/calendars/YEAR.tsv}; a file in a folder laid over it takes the
 * place of the packed one.
 */
final class CalendarYears {

    private static final String FOLDER = "calendars";

    /** Longer than any holiday. */
    private static final int LONGEST = 31;

    private CalendarYears() {}

    /** A day that is not as in any week. */
    record Special(boolean works, String name) {}

    /** Empty where no notice of the year is known. */
    static Optional<Map<LocalDate, Special>> of(int year, @Nullable Path folder) {
        String name = year + ".tsv";
        try {
            Path own = folder == null ? null : folder.resolve(FOLDER).resolve(name);
            if (own != null && Files.isRegularFile(own)) {
                return Optional.of(parse(name, Files.readString(own)));
            }
            try (InputStream packed = CalendarYears.class.getResourceAsStream("/ingest/" + FOLDER + "/" + name)) {
                return packed == null
                        ? Optional.empty()
                        : Optional.of(parse(name, new String(packed.readAllBytes(), StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the calendar " + name + " cannot be read", e);
        }
    }

    static Map<LocalDate, Special> parse(String file, String text) {
        Map<LocalDate, Special> days = new TreeMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                row(file + ", line " + number, line.split("\t", -1), days);
            }
        }
        return days;
    }

    private static void row(String where, String[] columns, Map<LocalDate, Special> days) {
        boolean works = columns[0].equals("work");
        if (columns.length != 4 || !works && !columns[0].equals("holiday")) {
            throw new IllegalArgumentException(
                    where + ": expected holiday or work, first day, last day and name, separated by tabs");
        }
        try {
            LocalDate last = LocalDate.parse(columns[2]);
            LocalDate day = LocalDate.parse(columns[1]);
            if (last.isBefore(day) || day.plusDays(LONGEST).isBefore(last)) {
                throw new IllegalArgumentException(where + ": " + columns[1] + " to " + columns[2] + " is no holiday");
            }
            for (; !day.isAfter(last); day = day.plusDays(1)) {
                if (days.put(day, new Special(works, columns[3])) != null) {
                    throw new IllegalArgumentException(where + ": " + day + " stands there twice");
                }
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    where + ": " + e.getParsedString() + " is no day, expected 2025-10-01", e);
        }
    }
}
