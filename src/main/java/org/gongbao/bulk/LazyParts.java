package org.gongbao.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * Reads parts one after the other, each opened when the one before it has ended. What it does not begin with is not opened
 * either, as far as parts lie there wholly.
 */
final class LazyParts extends InputStream {

    private final Stream<Part> parts;
    private final Iterator<Part> rest;
    private InputStream open = InputStream.nullInputStream();
    private long before;

    /** Something that can be read. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** @param bytes that the source has, known before it is opened */
    record Part(long bytes, Source source) {

        static Part of(byte[] content) {
            return new Part(content.length, () -> new ByteArrayInputStream(content));
        }

        static Part of(String text) {
            return of(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * @param parts closed with this
     * @param from bytes of them that are left out
     */
    LazyParts(Stream<Part> parts, long from) {
        this.parts = parts;
        this.rest = parts.iterator();
        this.before = from;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int count) throws IOException {
        int read = open.read(to, from, count);
        while (read < 0 && rest.hasNext()) {
            open.close();
            next(rest.next());
            read = open.read(to, from, count);
        }
        return read;
    }

    private void next(Part part) throws IOException {
        if (before >= part.bytes()) {
            before -= part.bytes();
            open = InputStream.nullInputStream();
            return;
        }
        open = part.source().open();
        open.skipNBytes(before);
        before = 0;
    }

    @Override
    public void close() throws IOException {
        try (parts) {
            open.close();
        }
    }
}
