package org.gongbao.publication;

import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How index numbers (索引号) are allotted.
 *
 * @param scheme text with <code>{organisation}</code>, <code>{year}</code> and <code>{month}</code> of the release, and once
 *     <code>{serial}</code> or with its digits <code>{serial:5}</code>, which begins at 1 wherever the rest differs; blank:
 *     none are allotted
 * @param organisation what stands for <code>{organisation}</code>
 */
@ConfigurationProperties("gongbao.index-number")
record IndexNumberSettings(
        @DefaultValue("") String scheme, @DefaultValue("") String organisation) {

    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

    IndexNumberSettings {
        if (!scheme.isBlank()) {
            require(scheme, organisation);
        }
    }

    private static void require(String scheme, String organisation) {
        int serials = 0;
        Matcher places = PLACE.matcher(scheme);
        while (places.find()) {
            switch (places.group()) {
                case "{year}", "{month}" -> {}
                case "{organisation}" -> {
                    if (organisation.isBlank() || PLACE.matcher(organisation).find()) {
                        throw new IllegalArgumentException("gongbao.index-number.scheme is " + scheme
                                + ", which needs gongbao.index-number.organisation");
                    }
                }
                default -> {
                    if (!IndexNumber.SERIAL.matcher(places.group()).matches()) {
                        throw new IllegalArgumentException("gongbao.index-number.scheme has " + places.group()
                                + ", expected {organisation}, {year}, {month}, {serial} or {serial:5}");
                    }
                    serials++;
                }
            }
        }
        if (serials != 1) {
            throw new IllegalArgumentException(
                    "gongbao.index-number.scheme is " + scheme + ", expected {serial} in it once");
        }
    }

    boolean isOff() {
        return scheme.isBlank();
    }

    /** The series of what is released at a time. */
    String series(ZonedDateTime release) {
        return scheme.replace("{organisation}", organisation)
                .replace("{year}", Integer.toString(release.getYear()))
                .replace("{month}", String.format(java.util.Locale.ROOT, "%02d", release.getMonthValue()));
    }
}
