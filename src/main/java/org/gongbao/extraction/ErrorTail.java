package org.gongbao.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The end of what a worker writes to standard error: all is read, so that the worker never waits, little is kept. */
final class ErrorTail {

    private static final int KEPT = 4096;

    private final byte[] ring = new byte[KEPT];
    private long written;
    private final Thread reader;

    ErrorTail(InputStream errors, String name) {
        reader = new Thread(() -> drain(errors), name);
        reader.setDaemon(true);
        reader.start();
    }

    private void drain(InputStream errors) {
        byte[] buffer = new byte[KEPT];
        try (errors) {
            for (int count = errors.read(buffer); count >= 0; count = errors.read(buffer)) {
                add(buffer, count);
            }
        } catch (IOException e) {
            // The worker was killed while it wrote; what came before is kept.
        }
    }

    private synchronized void add(byte[] buffer, int count) {
        for (int i = 0; i < count; i++) {
            ring[(int) (written++ % KEPT)] = buffer[i];
        }
    }

    /** The last line that says something, empty where there is none. Waits shortly for the end of the stream. */
    String lastLine() {
        try {
            reader.join(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String[] lines = text().split("\n", -1);
        for (int i = lines.length - 1; i >= 0; i--) {
            if (!lines[i].isBlank()) {
                return lines[i].strip();
            }
        }
        return "";
    }

    private synchronized String text() {
        int length = (int) Math.min(written, KEPT);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = ring[(int) ((written - length + i) % KEPT)];
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
