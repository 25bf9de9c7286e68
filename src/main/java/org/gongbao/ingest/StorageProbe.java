package org.gongbao.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Asks the disk whether it takes bytes at all. A file that cannot be stored while it does not is not at fault; one that
 * cannot be stored while it does, is.
 */
final class StorageProbe {

    /** With less room than this a disk counts as full: a large file may not fit although a small one does. */
    private static final long LEAST_ROOM = 128L << 20;

    private final Path folder;

    StorageProbe(Path folder) {
        this.folder = folder;
    }

    /** Whether a file can be written and forced, with room to spare. */
    boolean works() {
        Path file = folder.resolve("probe");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(4096));
            channel.force(true);
            return Files.getFileStore(folder).getUsableSpace() >= LEAST_ROOM;
        } catch (IOException e) {
            return false;
        } finally {
            delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It is overwritten by the next probe.
        }
    }
}
