package org.gongbao.web.site;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.gongbao.search.Duty;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines as a calendar (RFC 5545): an event of a whole day for each, which takes nobody's time. An event is known by its document
 * and place there, so that who subscribes sees a change as a change.
 */
final class DutyCalendar {

    /** Octets of a line without its end (3.1). */
    private static final int LONGEST_LINE = 75;

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final Writer out;
    private final String base;
    private final String host;
    private long events;

    /** @param base the base of permanent addresses */
    DutyCalendar(Writer out, String base) {
        this.out = out;
        this.base = base;
        this.host = String.valueOf(URI.create(base).getHost());
    }

    void begin(String name) throws IOException {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Gongbao//Duties//ZH");
        line("CALSCALE:GREGORIAN");
        line("X-WR-CALNAME:" + text(name));
    }

    /** The deadlines of a duty; a duty without one is no event. */
    void add(Duty duty, @Nullable String over) throws IOException {
        for (int i = 0; i < duty.deadlines().size(); i++) {
            event(duty, i, over);
        }
    }

    /** A calendar holds at least one component (3.4); without an event that is the time zone. */
    void end() throws IOException {
        if (events == 0) {
            line("BEGIN:VTIMEZONE");
            line("TZID:Etc/UTC");
            line("BEGIN:STANDARD");
            line("DTSTART:19700101T000000");
            line("TZOFFSETFROM:+0000");
            line("TZOFFSETTO:+0000");
            line("END:STANDARD");
            line("END:VTIMEZONE");
        }
        line("END:VCALENDAR");
    }

    private void event(Duty duty, int deadline, @Nullable String over) throws IOException {
        events++;
        LocalDate day = duty.deadlines().get(deadline);
        String address = base + DutyView.place(duty);
        String units = duty.units().isEmpty() ? "" : duty.units().get(0).name() + "：";
        line("BEGIN:VEVENT");
        line("UID:" + duty.uid() + "-task-" + duty.place() + (deadline == 0 ? "" : "-" + (deadline + 1)) + "@" + host);
        line("DTSTAMP:" + moment(duty.publishedAt()));
        line("DTSTART;VALUE=DATE:" + DAY.format(day));
        line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
        line("SUMMARY:" + text((over == null ? "" : "［" + over + "］") + units + duty.text()));
        line("DESCRIPTION:" + text(description(duty, address)));
        if (duty.category() != null) {
            line("CATEGORIES:" + text(duty.category()));
        }
        line("URL:" + address);
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    private static String description(Duty duty, String address) {
        String number = duty.documentNumber() == null ? "" : " " + duty.documentNumber();
        String units =
                String.join("、", duty.units().stream().map(Duty.Unit::name).toList());
        String measure = duty.measure() == null ? "" : duty.measure() + "\n";
        return duty.text() + "\n" + (units.isEmpty() ? "" : units + "\n") + measure + duty.title() + number + "\n"
                + address;
    }

    private static String moment(Instant instant) {
        return MOMENT.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC));
    }

    /** A value of type TEXT (3.3.11). Control characters have no form in it. */
    static String text(String value) {
        StringBuilder text = new StringBuilder();
        value.replace("\r\n", "\n").codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\\', ';', ',' -> text.append('\\').append((char) c);
                default -> text.appendCodePoint(Character.isISOControl(c) || isHalf(c) ? ' ' : c);
            }
        });
        return text.toString();
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** A content line, folded where it is too long, never within a character (3.1). */
    private void line(String line) throws IOException {
        int octets = 0;
        for (int c : line.codePoints().toArray()) {
            String character = Character.toString(c);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                out.write("\r\n ");
                octets = 1;
            }
            out.write(character);
            octets += size;
        }
        out.write("\r\n");
    }
}
