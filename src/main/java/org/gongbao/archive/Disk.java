package org.gongbao.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The few calls by which the inbox writes, apart so that a test can make a disk that is full. */
interface Disk {

    /** Makes a new file and marks it as being written, for other processes to see. */
    NewFile create(Path file) throws IOException;

    /** Forces a file's bytes, or a folder's entries, to the medium. */
    void force(Path fileOrFolder) throws IOException;

    /** A file being written. Closing it takes the mark away. */
    interface NewFile extends Closeable {
        void write(ByteBuffer bytes) throws IOException;

        void force() throws IOException;
    }

    /** The real one. */
    Disk REAL = new Disk() {
        @Override
        public NewFile create(Path file) throws IOException {
            return new LockedFile(file);
        }

        @Override
        public void force(Path fileOrFolder) throws IOException {
            try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    };

    /** A file under a lock of the operating system, which ends with the process however that ends. */
    final class LockedFile implements NewFile {
        private final FileChannel channel;

        @SuppressWarnings("UnusedVariable") // the lock lives as long as the channel
        LockedFile(Path file) throws IOException {
            channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                channel.tryLock();
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(true);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
