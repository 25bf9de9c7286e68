package org.gongbao.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gongbao.system.Sha256;

/** SHA-256 as manifests state it, in lower-case hexadecimal. */
final class Digest {

    private Digest() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Of a file as it lies there; empty for one that cannot be read. */
    static String ofFile(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            return "";
        }
    }

    /** Of what is in a file when it is unpacked; empty for one that cannot be read to its end. */
    static String ofContent(Path file) {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Packing.open(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            return "";
        }
    }
}
