package org.gongbao.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Applies a delta to the lines of a release: both are in the order of identifiers, so that they are read side by side. */
final class DeltaApplication {

    private DeltaApplication() {}

    /**
     * Writes the lines of the later release.
     *
     * @param lines of the earlier release, packed or not
     * @param changes of the delta, packed or not
     */
    static void apply(Path lines, Path changes, OutputStream out) throws IOException {
        try (BufferedReader old = open(lines);
                BufferedReader news = open(changes)) {
            @Nullable String line = old.readLine();
            @Nullable ChangeLine change = next(news, null);
            while (line != null || change != null) {
                int order = line == null
                        ? 1
                        : change == null ? -1 : DocumentLine.uid(line).compareTo(change.uid());
                if (order < 0 && line != null) {
                    write(line, out);
                    line = old.readLine();
                } else if (change != null) {
                    if (change.document() != null) {
                        write(change.document(), out);
                    }
                    line = order == 0 ? old.readLine() : line;
                    change = next(news, change);
                }
            }
        }
    }

    static @Nullable ChangeLine next(BufferedReader in, @Nullable ChangeLine before) throws IOException {
        String line = in.readLine();
        ChangeLine change = line == null ? null : ChangeLine.parse(line);
        if (change != null && before != null && before.uid().compareTo(change.uid()) >= 0) {
            throw new IllegalArgumentException("the lines of a delta are not in order at " + change.uid());
        }
        return change;
    }

    static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(new InputStreamReader(Packing.open(file), StandardCharsets.UTF_8), 1 << 16);
    }

    private static void write(String line, OutputStream out) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
