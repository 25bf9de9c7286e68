package org.gongbao.bulk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a delta: {@code 43..57-60} leads from a release of position 43 to {@code 57-60}, the release of position 57 less what
 * was taken away up to position 60.
 */
public record DeltaName(long from, ReleaseName target) {

    private static final Pattern FORM = Pattern.compile("(" + ReleaseName.NUMBER + ")\\.\\.(.*)");

    public DeltaName {
        if (from < 0 || target.position() < from) {
            throw new IllegalArgumentException("a delta from " + from + " to " + target + ", expected no earlier one");
        }
    }

    public DeltaName(long from, long to, long honoured) {
        this(from, new ReleaseName(to, honoured));
    }

    public long to() {
        return target.position();
    }

    public long honoured() {
        return target.honoured();
    }

    /** Empty for what is no name of a delta. */
    public static Optional<DeltaName> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long from = Long.parseLong(parts.group(1));
        return ReleaseName.parse(parts.group(2))
                .filter(target -> target.position() >= from)
                .map(target -> new DeltaName(from, target));
    }

    @Override
    public String toString() {
        return from + ".." + target;
    }
}
