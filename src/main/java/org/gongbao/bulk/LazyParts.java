package org.gongbao.bulk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;

/** Reads parts one after the other, each opened when the one before it has ended. */
final class LazyParts extends InputStream {

    private final Stream<Part> parts;
    private final Iterator<Part> rest;
    private InputStream open = InputStream.nullInputStream();

    /** Something that can be read. */
    interface Part {
        InputStream open() throws IOException;
    }

    /** @param parts closed with this */
    LazyParts(Stream<Part> parts) {
        this.parts = parts;
        this.rest = parts.iterator();
    }

    static Part of(String text) {
        return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
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
            open = rest.next().open();
            read = open.read(to, from, count);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        open.close();
        parts.close();
    }
}
