package org.gongbao.bulk;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** The parts of a tar file (ustar), whose sizes are known before a byte of it is read. */
final class TarParts {

    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 100;
    private static final int READABLE = 0100644;

    /** Bytes that end a tar file. */
    static final int END = 2 * BLOCK;

    private TarParts() {}

    /** What a file of this size takes. */
    static long size(long bytes) {
        return BLOCK + bytes + padding(bytes);
    }

    static int padding(long bytes) {
        return (int) ((BLOCK - bytes % BLOCK) % BLOCK);
    }

    static LazyParts.Part entry(String name, byte[] content, Instant at) {
        return entry(name, content.length, at, () -> new ByteArrayInputStream(content));
    }

    /** @param content of exactly these bytes; opened when all before it is there */
    static LazyParts.Part entry(String name, long bytes, Instant at, LazyParts.Source content) {
        return new LazyParts.Part(size(bytes), () -> {
            byte[] header = header(name, bytes, at);
            return new SequenceInputStream(java.util.Collections.enumeration(
                    List.of(new ByteArrayInputStream(header), content.open(), zeros(padding(bytes)))));
        });
    }

    /** What stands before a file. */
    static byte[] header(String name, long bytes, Instant at) {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a tar file has no place for the name " + name);
        }
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(READABLE);
        entry.setSize(bytes);
        entry.setModTime(at.getEpochSecond() * 1000);
        byte[] header = new byte[BLOCK];
        entry.writeEntryHeader(header);
        return header;
    }

    static LazyParts.Part end() {
        return LazyParts.Part.of(new byte[END]);
    }

    private static InputStream zeros(int count) {
        return new ByteArrayInputStream(new byte[count]);
    }
}
