package org.gongbao.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/** Applies a delta to the quads of a release: those of a document stand together, in the order of identifiers. */
final class QuadsApplication {

    private QuadsApplication() {}

    /**
     * Writes the quads of the later release. All files may be packed.
     *
     * @param quads of the earlier release
     * @param changes of the delta: which documents are new, other or no more
     * @param changed the quads of the delta
     */
    static void apply(Path quads, Path changes, Path changed, OutputStream out) throws IOException {
        try (BufferedReader old = DeltaApplication.open(quads);
                BufferedReader concerned = DeltaApplication.open(changes);
                BufferedReader fresh = DeltaApplication.open(changed)) {
            Quads held = new Quads(old);
            Quads news = new Quads(fresh);
            @Nullable ChangeLine change = DeltaApplication.next(concerned, null);
            while (change != null) {
                while (held.isBefore(change.uid())) {
                    held.write(out);
                }
                while (held.isOf(change.uid())) {
                    held.next();
                }
                while (news.isOf(change.uid())) {
                    news.write(out);
                }
                change = DeltaApplication.next(concerned, change);
            }
            while (!held.hasEnded()) {
                held.write(out);
            }
        }
    }

    /** Quads one after the other. */
    private static final class Quads {
        /** The graph of a document, at the end of its quads: {@code … <https://gazette.example/doc/h2apjkmwqcjj2t5p> .} */
        private static final Pattern GRAPH = Pattern.compile("/doc/([a-z0-9]{16})> \\.$");

        private static final int LONGEST_END = 40;

        private final BufferedReader in;
        private @Nullable String line;
        private @Nullable Uid uid;

        Quads(BufferedReader in) throws IOException {
            this.in = in;
            next();
        }

        void next() throws IOException {
            line = in.readLine();
            uid = line == null ? null : uid(line);
        }

        private static Uid uid(String line) {
            Matcher graph = GRAPH.matcher(line.substring(Math.max(0, line.length() - LONGEST_END)));
            if (!graph.find()) {
                throw new IllegalArgumentException("a quad that is in the graph of no document");
            }
            return new Uid(graph.group(1));
        }

        boolean hasEnded() {
            return line == null;
        }

        boolean isBefore(Uid other) {
            return uid != null && uid.compareTo(other) < 0;
        }

        boolean isOf(Uid other) {
            return other.equals(uid);
        }

        void write(OutputStream out) throws IOException {
            if (line != null) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
            next();
        }
    }
}
