package org.gongbao.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs forms of the public site, so that one that is sent was given out by this process not long ago. The key is made at
 * the start and kept nowhere: a form from before is shown once more, with what was typed.
 */
final class FormTokens {

    static final Duration LIFE = Duration.ofHours(2);

    /** Seconds since 1970, random bits, signature: {@code 1709254800.q1w2e3r4t5y6.AbC…}. */
    private static final Pattern FORM = Pattern.compile("([0-9]{1,12})\\.([\\w-]{16})\\.([\\w-]{43})");

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final Clock clock;

    FormTokens(Clock clock) {
        this.key = new SecretKeySpec(bytes(32), "HmacSHA256");
        this.clock = clock;
    }

    /** @param subject what the form is about */
    String issue(String subject) {
        String head = clock.instant().getEpochSecond() + "." + base64(bytes(12));
        return head + "." + base64(sign(subject, head));
    }

    boolean isValid(String subject, String token) {
        Matcher parts = FORM.matcher(token);
        if (!parts.matches()) {
            return false;
        }
        byte[] expected = sign(subject, parts.group(1) + "." + parts.group(2));
        long age = clock.instant().getEpochSecond() - Long.parseLong(parts.group(1));
        return MessageDigest.isEqual(
                        base64(expected).getBytes(StandardCharsets.US_ASCII),
                        parts.group(3).getBytes(StandardCharsets.US_ASCII))
                && age >= 0
                && age <= LIFE.toSeconds();
    }

    private byte[] sign(String subject, String head) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal((subject + "\n" + head).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
