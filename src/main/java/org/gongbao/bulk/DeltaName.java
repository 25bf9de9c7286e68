package org.gongbao.bulk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a delta: {@code 43..57-60} leads from a release of position 43 to that of position 57, and takes away what was
 * withdrawn up to position 60.
 */
public record DeltaName(long from, long to, long honoured) {

    private static final String NUMBER = "(0|[1-9]\\d{0,17})";
    private static final Pattern FORM = Pattern.compile(NUMBER + "\\.\\." + NUMBER + "-" + NUMBER);

    public DeltaName {
        if (from < 0 || to < from || honoured < to) {
            throw new IllegalArgumentException("a delta from " + from + " to " + to + " that honours withdrawals up to "
                    + honoured + ", expected these in order");
        }
    }

    /** Empty for what is no name of a delta. */
    public static Optional<DeltaName> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long from = Long.parseLong(parts.group(1));
        long to = Long.parseLong(parts.group(2));
        long honoured = Long.parseLong(parts.group(3));
        return from > to || to > honoured ? Optional.empty() : Optional.of(new DeltaName(from, to, honoured));
    }

    @Override
    public String toString() {
        return from + ".." + to + "-" + honoured;
    }
}
