package org.gongbao.web.site;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.gongbao.search.Places;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Terms, dates and numbers in the reader's language, for templates. */
@Component("phrases")
class Phrases {

    private final MessageSource messages;
    private final SiteIdentity identity;
    private final Places places;
    private final AgencyTitles agencies;
    private final Clock clock;

    Phrases(MessageSource messages, SiteIdentity identity, Places places, AgencyTitles agencies, Clock clock) {
        this.agencies = agencies;
        this.places = places;
        this.clock = clock;
        this.messages = messages;
        this.identity = identity;
    }

    /**
     * The reader's word for a Chinese term of a group such as {@code kind}; the term itself where there is none. Words of
     * validity say as of which day they are meant: that nothing is known is no statement for ever.
     */
    public @Nullable String term(String group, @Nullable String value) {
        Object[] asOf = {LocalDate.now(clock.withZone(identity.zone()))};
        return value == null ? null : messages.getMessage(group + "." + value, asOf, value, locale());
    }

    /** What the value of a facet is called: the last step of a theme, a division by its name, an issue by its number. */
    public String facet(String name, String value) {
        return switch (name) {
            case "agency" -> agencies.name(value);
            case "place" -> places.name(value).orElse(value);
            case "theme" -> value.substring(value.lastIndexOf('/') + 1);
            case "month" -> YearMonth.parse(value).format(DateTimeFormatter.ofPattern(text("format.month"), locale()));
            case "normative" -> text("facet.normative." + value);
            case "gazette" -> text("facet.gazette.issue", (Object[]) value.split("/", 3));
            default -> String.valueOf(term(name, value));
        };
    }

    /** A condition of a search as a reader writes it: {@code -标题:试行}. */
    public String condition(String condition) {
        int colon = condition.indexOf(':');
        if (colon < 0) {
            return condition;
        }
        String minus = condition.startsWith("-") ? "-" : "";
        return minus + text("search.part." + condition.substring(minus.length(), colon)) + condition.substring(colon);
    }

    /** What a finding means: by its code, by the first word of its code, else its own message, which is English. */
    public String finding(String code, String message) {
        String family = code.substring(0, Math.max(0, code.indexOf('.')));
        String other = locale().getLanguage().equals("zh") ? text("finding.other") : message;
        String general = messages.getMessage("finding." + family, null, other, locale());
        return String.valueOf(messages.getMessage("finding." + code, null, general, locale()));
    }

    /** The heading of relations; the kind itself where it has no words. */
    public String relation(String name, String kind) {
        String words = messages.getMessage(name, null, null, locale());
        return words == null ? kind : words;
    }

    /** The look of a validity status. */
    public String tone(String status) {
        return ValidityView.tone(status);
    }

    /** Rows of a table that a page shows. */
    public int rows() {
        return DocumentView.MOST_ROWS;
    }

    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    /** A day such as 2023年5月18日. */
    public @Nullable String date(@Nullable LocalDate date) {
        return date == null
                ? null
                : DateTimeFormatter.ofPattern(text("format.date"), locale()).format(date);
    }

    /** A moment to the minute in the gazette office's zone. */
    public String time(Instant time) {
        return DateTimeFormatter.ofPattern(text("format.time"), locale()).format(time.atZone(identity.zone()));
    }

    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /** A confidence from 0 to 1 as a percentage. */
    public String percent(double share) {
        return NumberFormat.getPercentInstance(locale()).format(share);
    }

    /** A measured share as a percentage with one decimal place. */
    public String share(double share) {
        NumberFormat form = NumberFormat.getPercentInstance(locale());
        form.setMinimumFractionDigits(1);
        form.setMaximumFractionDigits(1);
        return form.format(share);
    }

    /**
     * What a row of the quality ledger is about.
     *
     * @param kind field, format, damage or warning
     */
    public String measured(String kind, String name) {
        String general = kind.equals("warning") ? finding(name, name) : term(kind, name);
        return String.valueOf(messages.getMessage("quality." + kind + "." + name, null, general, locale()));
    }

    /** A number of bytes, rounded, in kB or MB of 1000. */
    public String bytes(long bytes) {
        if (bytes < 1_000_000) {
            return count(Math.max(1, Math.round(bytes / 1_000.0))) + " kB";
        }
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
