package org.gongbao.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules for passwords, as profiles. Each also bounds how often a wrong one may be tried. */
public enum PasswordPolicy {

    /** Long, and none of the most common; no forced change, which only makes people choose worse ones (NIST SP 800-63B). */
    DEFAULT(12, 1, null, 1, 10, Duration.ofMinutes(15)),

    /**
     * 等保三级: complex, changed from time to time, few failed tries (GB/T 22239-2019, 8.1.4.1 身份鉴别 a, b). The standard gives
     * no figures; these are those that assessors commonly ask for.
     */
    DENGBAO3(10, 3, Duration.ofDays(90), 5, 5, Duration.ofMinutes(30));

    /** Longer ones would only keep the machine busy. */
    static final int LONGEST = 128;

    private static final Set<String> COMMON = Lines.of("/access/common-passwords.txt");

    private final int length;
    private final int classes;
    private final @Nullable Duration age;
    private final int history;
    private final int tries;
    private final Duration lock;

    PasswordPolicy(int length, int classes, @Nullable Duration age, int history, int tries, Duration lock) {
        this.length = length;
        this.classes = classes;
        this.age = age;
        this.history = history;
        this.tries = tries;
        this.lock = lock;
    }

    /** Least characters. */
    public int length() {
        return length;
    }

    /** Least kinds of characters: capitals, small letters, digits, others. */
    public int classes() {
        return classes;
    }

    /** Passwords before the new one that it must differ from. */
    public int history() {
        return history;
    }

    /** Failed tries in a row that lock an account. */
    public int tries() {
        return tries;
    }

    /** How long such an account is locked. */
    public Duration lock() {
        return lock;
    }

    /** Whether a password is so old that it has to be changed. */
    public boolean isTooOld(Instant setAt, Instant now) {
        return age != null && setAt.plus(age).isBefore(now);
    }

    /** What is wrong with a new password: {@code short}, {@code long}, {@code classes}, {@code common} or {@code name}. */
    public Optional<String> fault(String password, String signInName) {
        if (password.codePointCount(0, password.length()) < length) {
            return Optional.of("short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("long");
        }
        if (kinds(password) < classes) {
            return Optional.of("classes");
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(plain) || plain.chars().distinct().count() < 4) {
            return Optional.of("common");
        }
        return plain.contains(signInName.toLowerCase(Locale.ROOT)) ? Optional.of("name") : Optional.empty();
    }

    private static long kinds(String password) {
        return password.codePoints()
                .map(character -> Character.isUpperCase(character)
                        ? 0
                        : Character.isLowerCase(character) ? 1 : Character.isDigit(character) ? 2 : 3)
                .distinct()
                .count();
    }
}
