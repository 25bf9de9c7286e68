package org.gongbao.quality;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A value without differences that do no harm (比较形式): width, blanks, quotation marks and the brackets of a year. Two values
 * are the same where these are.
 */
final class Normalised {

    /** {@code [2023]}, {@code (2023)}, {@code 【2023】}. */
    private static final Pattern YEAR =
            Pattern.compile("[\\[(〔﹝【{]\\s*(\\d{4})\\s*[\\])〕﹞】}]", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern LEFT_OUT =
            Pattern.compile("[\\s\\u200b\\u00a0\\u3000《》〈〉<>\"“”'‘’]", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern AROUND = Pattern.compile("^[：:，,。.；;、]+|[：:，,。.；;、]+$");

    private static final Pattern BETWEEN = Pattern.compile("[、，,；;：:]");

    private Normalised() {}

    /** Empty where nothing is left. */
    static Optional<String> of(String value) {
        String folded = Normalizer.normalize(value, Normalizer.Form.NFKC);
        String years = YEAR.matcher(folded).replaceAll("〔$1〕");
        String bare = LEFT_OUT.matcher(years).replaceAll("");
        return Optional.of(AROUND.matcher(bare).replaceAll("")).filter(text -> !text.isEmpty());
    }

    /** A list written as one line, without the signs between its members. */
    static Optional<String> joined(String line) {
        return of(line).map(text -> BETWEEN.matcher(text).replaceAll("")).filter(text -> !text.isEmpty());
    }

    /** The members of a list written as one line. */
    static Set<String> members(String line) {
        return of(line).stream()
                .flatMap(text -> Arrays.stream(BETWEEN.split(text)))
                .filter(member -> !member.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
