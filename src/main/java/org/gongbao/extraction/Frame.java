package org.gongbao.extraction;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A message between the host and a worker process: its kind and its content. */
record Frame(Kind kind, byte[] content) {

    /** What a frame says. The order is the number on the wire. */
    enum Kind {
        /** Worker: it has started and waits for work. */
        READY,
        /** Host: a page that an earlier try finished. Number, result. */
        KEPT,
        /** Host: do this work. A {@link WorkerRequest}. */
        RUN,
        /** Worker: pages of the file, and whether they must be recognised. */
        EXPECT,
        /** Worker: it begins a page. Number. */
        BEGIN,
        /** Worker: a page is done. Number, result. */
        KEEP,
        /** Worker: images must be recognised, which this lane does not do. */
        DEFER,
        /** Worker: the result. */
        RESULT,
        /** Worker: nothing of the file can be read. Code, message. */
        REFUSED,
        /** Worker: the task ended with an exception. Message. */
        FAILED;

        private static final Kind[] ALL = values();

        static Kind of(int number) throws IOException {
            if (number < 0 || number >= ALL.length) {
                throw new IOException("frame of kind " + number + ", expected 0 to " + (ALL.length - 1));
            }
            return ALL[number];
        }
    }

    /** Writes the fields of a frame's content. */
    interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    static Frame of(Kind kind, Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("a frame in memory cannot be written", e);
        }
        return new Frame(kind, bytes.toByteArray());
    }

    /** A frame of a page number and its result. */
    static Frame page(Kind kind, int page, byte[] result) {
        return of(kind, out -> {
            out.writeInt(page);
            out.write(result);
        });
    }

    DataInputStream fields() {
        return new DataInputStream(new ByteArrayInputStream(content));
    }
}
