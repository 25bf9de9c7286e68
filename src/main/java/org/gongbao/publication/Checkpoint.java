package org.gongbao.publication;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * A checkpoint of the log (检查点): its origin, size and root, signed, as C2SP tlog-checkpoint lays it down.
 *
 * @param note the whole signed note, as served
 */
public record Checkpoint(String origin, long size, byte[] root, String note) {

    /** The unsigned text of a checkpoint. */
    static String text(String origin, long size, byte[] root) {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    static Checkpoint signed(String origin, long size, byte[] root, LogKey key) {
        return new Checkpoint(origin, size, root, key.sign(text(origin, size, root)));
    }

    /** The same with the signature of another key of the log below. */
    Checkpoint alsoBy(LogKey other) {
        String text = text(origin, size, root);
        return new Checkpoint(origin, size, root, note + other.sign(text).substring(text.length() + 1));
    }

    /**
     * Reads a checkpoint and checks its signature.
     *
     * @param verifier the log's key as {@code name+hash+base64}
     * @throws IllegalArgumentException where it is not signed by that key
     */
    public static Checkpoint verify(String note, String verifier) {
        String[] key = verifier.split("\\+", 3);
        int end = note.indexOf("\n\n");
        if (end < 0 || key.length != 3) {
            throw new IllegalArgumentException("not a signed note and a key of the form name+hash+base64");
        }
        String text = note.substring(0, end + 1);
        String[] lines = text.split("\n");
        boolean signed = isSigned(text, note.substring(end + 2), verifier);
        if (!signed || lines.length < 3) {
            throw new IllegalArgumentException("the checkpoint is not signed by " + key[0] + "+" + key[1]);
        }
        byte[] root = Base64.getDecoder().decode(lines[2]);
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), root, note);
    }

    /** Whether one of some lines is the signature of a text by a key; others may have signed too. */
    public static boolean isSigned(String text, String lines, String verifier) {
        String[] key = verifier.split("\\+", 3);
        return lines.lines()
                .anyMatch(line ->
                        line.startsWith("— " + key[0] + " ") && fits(text, line.substring(key[0].length() + 3), key));
    }

    private static boolean fits(String text, String signature, String[] key) {
        byte[] signed = Base64.getDecoder().decode(signature);
        byte[] publicKey = Base64.getDecoder().decode(key[2]);
        if (signed.length != 68 || publicKey.length != 33 || publicKey[0] != 1) {
            return false;
        }
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        Ed25519Signer check = new Ed25519Signer();
        check.init(false, new Ed25519PublicKeyParameters(publicKey, 1));
        check.update(message, 0, message.length);
        // The last character of Base64 has bits that mean nothing; a signature has one form all the same.
        return Base64.getEncoder().encodeToString(signed).equals(signature)
                && HexFormat.of().formatHex(signed, 0, 4).equals(key[1])
                && check.verifySignature(Arrays.copyOfRange(signed, 4, 68));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that && note.equals(that.note);
    }

    @Override
    public int hashCode() {
        return note.hashCode();
    }
}
