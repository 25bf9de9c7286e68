package org.gongbao.access;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes and checks passwords with Argon2id (19 MiB, two passes: the first choice of the OWASP Password Storage Cheat Sheet). Few at
 * a time, so that a crowd of tries takes neither all memory nor all cores.
 */
final class Passwords {

    private static final Argon2PasswordEncoder ARGON2ID = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private static final int AT_A_TIME = 4;

    private final Semaphore places = new Semaphore(AT_A_TIME, true);
    private final String ofNobody = hash(Secrets.token());

    String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return String.valueOf(ARGON2ID.encode(password));
        } finally {
            places.release();
        }
    }

    /** Whether it is the password; takes as long where there is none, so that time does not tell who has an account. */
    boolean matches(String password, @Nullable String hash) {
        if (password.length() > PasswordPolicy.LONGEST) {
            return false;
        }
        places.acquireUninterruptibly();
        try {
            return ARGON2ID.matches(password, hash == null ? ofNobody : hash) && hash != null;
        } finally {
            places.release();
        }
    }
}
