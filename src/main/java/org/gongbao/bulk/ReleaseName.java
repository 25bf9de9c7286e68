package org.gongbao.bulk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a release: {@code 43-45} holds the documents as they were at position 43 of the log, less what was taken away up to
 * position 45.
 *
 * @param position up to which contents are held
 * @param honoured up to which withdrawals, erasures and narrower terms are honoured
 */
public record ReleaseName(long position, long honoured) {

    /** A position as names have it: without zeros in front, and no greater than can be counted. */
    static final String NUMBER = "0|[1-9]\\d{0,17}";

    private static final Pattern FORM = Pattern.compile("(" + NUMBER + ")-(" + NUMBER + ")");

    public ReleaseName {
        if (position < 0 || honoured < position) {
            throw new IllegalArgumentException("a release of position " + position + " that honours withdrawals up to "
                    + honoured + ", expected no earlier one");
        }
    }

    /** Empty for what is no name of a release. */
    public static Optional<ReleaseName> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long position = Long.parseLong(parts.group(1));
        long honoured = Long.parseLong(parts.group(2));
        return honoured < position ? Optional.empty() : Optional.of(new ReleaseName(position, honoured));
    }

    @Override
    public String toString() {
        return position + "-" + honoured;
    }
}
