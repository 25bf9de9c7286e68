package org.gongbao.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.publication.Uid;
import org.junit.jupiter.api.Test;

/** What bags are read from is closed on every way out, and nothing passes by its digest. */
class BagStreamsTest {

    private static final byte[] COPY = "公开副本".getBytes(StandardCharsets.UTF_8);

    private final List<String> done = new ArrayList<>();

    private Closeable failing(String name) {
        return () -> {
            done.add(name);
            throw new IOException(name);
        };
    }

    private LazyParts.Part part(String name) {
        return new LazyParts.Part(COPY.length, () -> {
            done.add("open " + name);
            return new ByteArrayInputStream(COPY) {
                @Override
                public void close() throws IOException {
                    done.add("close " + name);
                    throw new IOException(name);
                }
            };
        });
    }

    @Test
    void partsAreClosedThoughTheOneThatIsReadCannotBe() throws IOException {
        LazyParts parts = new LazyParts(Stream.of(part("甲")).onClose(() -> done.add("close all")), 0);
        parts.read();
        assertThatThrownBy(parts::close).isInstanceOf(IOException.class).hasMessage("甲");
        assertThat(done).containsExactly("open 甲", "close 甲", "close all");
    }

    @Test
    void aPartThatLiesWhollyBeforeTheFirstByteIsNotOpened() throws IOException {
        LazyParts parts = new LazyParts(Stream.of(part("甲"), part("乙")), COPY.length + 1);
        assertThat(parts.readNBytes(COPY.length)).isEqualTo(java.util.Arrays.copyOfRange(COPY, 1, COPY.length));
        assertThat(done).containsExactly("open 乙");
    }

    @Test
    void aNameThatATarFileCannotHoldOpensNothing() {
        LazyParts.Part entry = TarParts.entry(
                "长".repeat(101), COPY.length, Instant.EPOCH, part("甲").source());
        assertThatThrownBy(() -> entry.source().open()).isInstanceOf(IllegalArgumentException.class);
        assertThat(done).isEmpty();
    }

    @Test
    void allAreClosedAndTheFirstCauseIsKept() {
        List<Closeable> open = List.of(failing("丙"), failing("乙"), failing("甲"));
        assertThatThrownBy(() -> {
                    try (Closeable all = () -> Closing.all(open.iterator())) {
                        assertThat(all).isNotNull();
                        throw new IOException("a line is broken");
                    }
                })
                .hasMessage("a line is broken")
                .satisfies(cause -> assertThat(cause.getSuppressed())
                        .singleElement()
                        .satisfies(other -> assertThat(other.getSuppressed()).hasSize(2)));
        assertThat(done).containsExactly("甲", "乙", "丙");
    }

    @Test
    void whatIsSkippedIsComparedToo() throws IOException {
        assertThat(checked(Digest.of(COPY)).skip(COPY.length)).isEqualTo(COPY.length);
        InputStream other = checked("0f".repeat(32));
        assertThatThrownBy(() -> other.skipNBytes(COPY.length))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("differs from its digest");
        InputStream marked = checked(Digest.of(COPY));
        assertThat(marked.markSupported()).isFalse();
    }

    private static InputStream checked(String sha256) {
        BagFile wanted =
                new BagFile(Uid.mint(), 2023, "document.pdf", "application/pdf", COPY.length, sha256, Instant.EPOCH);
        return new BagDocuments.Checked(new ByteArrayInputStream(COPY), wanted);
    }
}
