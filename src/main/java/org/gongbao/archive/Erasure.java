package org.gongbao.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Deletes a file so that its bytes are not simply left on the medium: it is overwritten and forced first. A medium that
 * moves blocks on its own may keep a copy all the same, which is why the quarantine is encrypted.
 */
final class Erasure {

    private static final int BLOCK = 1 << 16;

    private Erasure() {}

    /** Does nothing where the file is not there. */
    static void of(Path file, Disk disk) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(BLOCK);
            long left = channel.size();
            channel.position(0);
            while (left > 0) {
                zeros.clear().limit((int) Math.min(BLOCK, left));
                left -= channel.write(zeros);
            }
            channel.force(true);
        }
        Files.delete(file);
        disk.force(Folders.parent(file));
    }
}
