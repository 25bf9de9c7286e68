package org.gongbao.archive;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The form of a file in the quarantine: AES-256-GCM under a key of its own, which is wrapped by the key of the quarantine.
 * It is a sequence of chunks, each with its number and whether it is the last in its nonce, so that none can be moved, left
 * out or added, and memory stays bounded however large the file is. The first chunk holds what is known of the file.
 */
final class SealedFile {

    private static final byte[] MAGIC = "GBQUAR1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 1 << 20;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int KEY = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SealedFile() {}

    /** @param about what is known of the file */
    static void write(OutputStream to, SecretKey master, String receipt, byte[] about, InputStream content)
            throws IOException {
        byte[] key = random(KEY);
        byte[] nonce = random(NONCE);
        DataOutputStream out = new DataOutputStream(to);
        out.write(MAGIC);
        out.write(nonce);
        out.write(crypt(Cipher.ENCRYPT_MODE, master, nonce, receipt, key, KEY));
        SecretKey own = new SecretKeySpec(key, "AES");
        chunk(out, own, receipt, 0, false, about, about.length);
        byte[] now = content.readNBytes(CHUNK);
        for (int number = 1; ; number++) {
            byte[] next = now.length < CHUNK ? new byte[0] : content.readNBytes(CHUNK);
            boolean last = next.length == 0;
            chunk(out, own, receipt, number, last, now, now.length);
            if (last) {
                break;
            }
            now = next;
        }
        out.flush();
        Arrays.fill(key, (byte) 0);
    }

    private static void chunk(
            DataOutputStream out, SecretKey key, String receipt, int number, boolean last, byte[] plain, int length)
            throws IOException {
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce(number, last), receipt, plain, length);
        out.writeBoolean(last);
        out.writeInt(sealed.length);
        out.write(sealed);
    }

    /** Opens a sealed file for reading; its bytes are checked chunk by chunk before they are given. */
    static Opened open(Path file, SecretKey master, String receipt) throws IOException {
        DataInputStream in = new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(file), 1 << 16));
        try {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw new IOException("it does not begin as a sealed file");
            }
            byte[] nonce = in.readNBytes(NONCE);
            byte[] wrapped = in.readNBytes(KEY + TAG);
            SecretKey own = new SecretKeySpec(
                    crypt(Cipher.DECRYPT_MODE, master, nonce, receipt, wrapped, wrapped.length), "AES");
            Content content = new Content(in, own, receipt);
            return new Opened(content.chunk(), content);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** @param about what is known of the file */
    record Opened(byte[] about, InputStream content) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            content.close();
        }
    }

    private static byte[] crypt(int mode, SecretKey key, byte[] nonce, String receipt, byte[] data, int length)
            throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
            cipher.updateAAD(receipt.getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(data, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IOException("it cannot be opened with this key, or was changed", e);
        }
    }

    /** Unique, since every file has a key of its own. */
    private static byte[] nonce(int number, boolean last) {
        return ByteBuffer.allocate(NONCE)
                .putInt(0)
                .putInt(number)
                .putInt(last ? 1 : 0)
                .array();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** The bytes of a sealed file; a file that ends before its last chunk is refused. */
    private static final class Content extends InputStream {
        private final DataInputStream in;
        private final SecretKey key;
        private final String receipt;
        private int number;
        private boolean atEnd;
        private ByteBuffer plain = ByteBuffer.allocate(0);

        Content(DataInputStream in, SecretKey key, String receipt) {
            this.in = in;
            this.key = key;
            this.receipt = receipt;
        }

        byte[] chunk() throws IOException {
            boolean last = in.readBoolean();
            int length = in.readInt();
            if (length < TAG || length > CHUNK + TAG) {
                throw new IOException("a chunk of " + length + " bytes came");
            }
            byte[] sealed = in.readNBytes(length);
            byte[] opened = crypt(Cipher.DECRYPT_MODE, key, nonce(number++, last), receipt, sealed, sealed.length);
            atEnd = last;
            return opened;
        }

        private boolean fill() throws IOException {
            while (!plain.hasRemaining() && !atEnd) {
                plain = ByteBuffer.wrap(chunk());
            }
            return plain.hasRemaining();
        }

        @Override
        public int read() throws IOException {
            return fill() ? plain.get() & 0xFF : -1;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, plain.remaining());
            plain.get(to, offset, count);
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
