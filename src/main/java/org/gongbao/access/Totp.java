package org.gongbao.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every 30 seconds (RFC 6238), as authenticator applications make them. */
public final class Totp {

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    /** A clock that is one step off, and the time to type, are forgiven. */
    private static final int STEPS_AROUND = 1;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Clock clock;

    public Totp(Clock clock) {
        this.clock = clock;
    }

    /** A new secret: 160 bits. */
    public static byte[] secret() {
        return Secrets.bytes(20);
    }

    /** The step of time whose code it is; none where it is no code of about now. */
    OptionalLong step(byte[] secret, String code) {
        long now = clock.instant().getEpochSecond() / seconds();
        for (long step = now - STEPS_AROUND; step <= now + STEPS_AROUND; step++) {
            String expected = code(secret, Instant.ofEpochSecond(step * seconds()));
            if (MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.UTF_8), code.strip().getBytes(StandardCharsets.UTF_8))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    private static long seconds() {
        return CODES.getTimeStep().toSeconds();
    }

    /** The code of a moment. */
    public static String code(byte[] secret, Instant at) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The address that an authenticator application reads from a QR code. */
    public static String address(byte[] secret, String service, String account) {
        return "otpauth://totp/" + encoded(service) + ":" + encoded(account) + "?secret=" + base32(secret) + "&issuer="
                + encoded(service);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** For typing, and for addresses (RFC 4648, without padding). */
    public static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : bytes) {
            buffer = buffer << 8 | next & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(buffer >> bits & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(BASE32.charAt(buffer << 5 - bits & 31));
        }
        return text.toString();
    }
}
