package org.gongbao.publication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * The Ed25519 key of a log in the text forms of C2SP signed notes: {@code PRIVATE+KEY+name+hash+base64} for the log alone,
 * {@code name+hash+base64} for whoever verifies.
 */
final class LogKey {

    private static final byte ED25519 = 1;
    private static final String PRIVATE = "PRIVATE+KEY+";

    private final String name;
    private final Ed25519PrivateKeyParameters key;

    private LogKey(String name, Ed25519PrivateKeyParameters key) {
        if (name.isEmpty() || name.contains("+") || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("the name of a log's key is '" + name + "', expected no blank and no +");
        }
        this.name = name;
        this.key = key;
    }

    static LogKey generate(String name) {
        return new LogKey(name, new Ed25519PrivateKeyParameters(new SecureRandom()));
    }

    static LogKey ofSeed(String name, byte[] seed) {
        return new LogKey(name, new Ed25519PrivateKeyParameters(seed, 0));
    }

    /** Reads what {@link #privateText} wrote. */
    static LogKey parse(String text) {
        String[] parts = text.strip().split("\\+", 5);
        if (!text.startsWith(PRIVATE) || parts.length != 5) {
            throw new IllegalArgumentException("not the key of a log, expected PRIVATE+KEY+name+hash+base64");
        }
        byte[] data = Base64.getDecoder().decode(parts[4]);
        if (data.length != 33 || data[0] != ED25519) {
            throw new IllegalArgumentException("the key of the log is not of Ed25519");
        }
        LogKey read = ofSeed(parts[2], Arrays.copyOfRange(data, 1, 33));
        if (!HexFormat.of().formatHex(read.hash()).equals(parts[3])) {
            throw new IllegalArgumentException("the key of the log does not fit its hash " + parts[3]);
        }
        return read;
    }

    String name() {
        return name;
    }

    String privateText() {
        return PRIVATE + name + "+" + HexFormat.of().formatHex(hash()) + "+" + base64(key.getEncoded());
    }

    /** What verifiers need. */
    String verifierText() {
        return name + "+" + HexFormat.of().formatHex(hash()) + "+"
                + base64(key.generatePublicKey().getEncoded());
    }

    /** A text that ends in a line break, with its signature line. */
    String sign(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        byte[] signature = signer.generateSignature();
        byte[] signed = Arrays.copyOf(hash(), 4 + signature.length);
        System.arraycopy(signature, 0, signed, 4, signature.length);
        return text + "\n— " + name + " " + Base64.getEncoder().encodeToString(signed) + "\n";
    }

    private byte[] hash() {
        MessageDigest digest = Digests.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        return Arrays.copyOf(digest.digest(key.generatePublicKey().getEncoded()), 4);
    }

    private static String base64(byte[] key) {
        byte[] typed = new byte[key.length + 1];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, key.length);
        return Base64.getEncoder().encodeToString(typed);
    }
}
