package org.gongbao.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the files of a bundle are written, under names of our own; counts bytes, and stops at the bounds. */
final class BundleStore {

    private final Path folder;
    private final BundleLimits limits;
    private final List<Path> written = new ArrayList<>();
    private long total;

    BundleStore(Path folder, BundleLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /** A bound was reached; nothing more of the file is read. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1;

        final long bound;

        TooLargeException(long bound) {
            super("more than " + bound + " bytes");
            this.bound = bound;
        }
    }

    /** A new file; what is written beyond the bounds is refused. */
    Output open() throws IOException {
        Path file = Files.createTempFile(folder, "bundle", ".file");
        written.add(file);
        return new Output(file, Files.newOutputStream(file));
    }

    /** @return where it is */
    Path copy(InputStream from) throws IOException {
        try (Output out = open()) {
            from.transferTo(out);
            return out.file;
        }
    }

    void deleteAll() throws IOException {
        for (Path file : written) {
            Files.deleteIfExists(file);
        }
    }

    /** A file being written. */
    final class Output extends OutputStream {
        final Path file;
        private final OutputStream out;
        private long bytes;

        private Output(Path file, OutputStream out) {
            this.file = file;
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] data, int offset, int length) throws IOException {
            bytes += length;
            total += length;
            if (bytes > limits.fileBytes()) {
                throw new TooLargeException(limits.fileBytes());
            }
            if (total > limits.bytes()) {
                throw new TooLargeException(limits.bytes());
            }
            out.write(data, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
