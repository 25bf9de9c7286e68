package org.gongbao.extraction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;

/** A chain of stream filters (ISO 32000-1, 7.4) tried out step by step, so that no step unpacks without bound. */
final class FilterChain {

    private FilterChain() {}

    /** Whether any step of the chain unpacks to more bytes than that. */
    static boolean exceeds(COSStream stream, List<COSName> filters, int bound) throws IOException {
        byte[] bytes;
        try (InputStream raw = stream.createRawInputStream()) {
            bytes = raw.readAllBytes();
        }
        try {
            for (int i = 0; i < filters.size(); i++) {
                Bounded unpacked = new Bounded(bound);
                FilterFactory.INSTANCE
                        .getFilter(filters.get(i))
                        .decode(new ByteArrayInputStream(bytes), unpacked, stream, i);
                bytes = unpacked.toByteArray();
            }
            return false;
        } catch (TooLargeException e) {
            return true;
        } catch (IOException e) {
            // Damaged data is for the reader of the page to find.
            return false;
        }
    }

    private static final class Bounded extends ByteArrayOutputStream {
        private final int bound;

        Bounded(int bound) {
            this.bound = bound;
        }

        @Override
        public synchronized void write(int b) {
            check(1);
            super.write(b);
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            check(length);
            super.write(bytes, offset, length);
        }

        private void check(int further) {
            if (size() + (long) further > bound) {
                throw new TooLargeException();
            }
        }
    }

    private static final class TooLargeException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
