package org.gongbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The samples fill a fresh store once, from a folder and from a jar. */
@Timeout(60)
class SamplesTest {

    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "通知.txt", "通知一",
            "通知.txt.meta.json", "{\"indexNumber\":\"9\"}",
            "通知.txt.expected.json", "{}",
            "下级/办法.txt", "办法二",
            "名单.txt", "秘密名单",
            "README.md", "about"));

    @TempDir
    Path data;

    @TempDir
    Path packed;

    @BeforeEach
    void pack() throws IOException {
        try (OutputStream out = Files.newOutputStream(packed.resolve("samples.jar"));
                ZipOutputStream jar = new ZipOutputStream(out)) {
            for (String folder : List.of("ingest/", "ingest/samples/", "ingest/samples/下级/")) {
                jar.putNextEntry(new ZipEntry(folder));
            }
            for (Map.Entry<String, String> file : FILES.entrySet()) {
                jar.putNextEntry(new ZipEntry("ingest/samples/" + file.getKey()));
                jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                Path beside = packed.resolve("classes/ingest/samples").resolve(file.getKey());
                Files.createDirectories(beside.getParent());
                Files.writeString(beside, file.getValue());
            }
        }
    }

    private static PathMatchingResourcePatternResolver from(Path place) throws IOException {
        URI address = place.toUri();
        return new PathMatchingResourcePatternResolver(new URLClassLoader(new URL[] {address.toURL()}, null));
    }

    private IngestWorld world() {
        return new IngestWorld(data, "jdbc:sqlite:" + data.resolve("test.db"));
    }

    private List<DocumentOutcome> load(IngestWorld world, Path place) throws Exception {
        world.runner.start();
        Samples samples = world.samples(from(place));
        AtomicInteger told = new AtomicInteger();
        samples.whenDone(told::incrementAndGet);
        assertThat(samples.done()).isFalse();
        samples.load();
        assertThat(samples.done()).isTrue();
        assertThat(told).hasValue(1);
        return world.batches.first("samples").map(world.ingest::outcomes).orElse(List.of());
    }

    @Test
    void samplesAreLoadedFromAJarWithTheirMetadata() throws Exception {
        try (IngestWorld world = world()) {
            assertThat(load(world, packed.resolve("samples.jar")))
                    .extracting(outcome -> outcome.name() + " " + outcome.kind().code())
                    .containsExactly("下级/办法.txt published", "名单.txt held", "通知.txt published");
            assertThat(world.workers.asked)
                    .anySatisfy(options -> assertThat(options)
                            .containsEntry("name", "通知.txt")
                            .containsEntry("meta", "{\"indexNumber\":\"9\"}"));
        }
    }

    @Test
    void samplesAreLoadedFromAFolderAndASecondStartDoesNotLoadAgain() throws Exception {
        Path place = packed.resolve("classes");
        try (IngestWorld world = world()) {
            assertThat(load(world, place)).hasSize(3);
        }
        try (IngestWorld world = world()) {
            assertThat(load(world, place)).hasSize(3);
            assertThat(world.archive.arrivals()).hasSize(3);
            assertThat(world.publisher.events()).hasSize(2);
        }
    }

    @Test
    void aLoadThatWasStoppedGoesOnWithWhatIsMissing() throws Exception {
        try (IngestWorld world = world()) {
            Batch batch = world.batches.open("samples");
            Path first = packed.resolve("classes/ingest/samples/名单.txt");
            world.ingest.submitStreams(
                    batch, List.of(new IncomingFile("名单.txt", () -> Files.newInputStream(first), null)), true);
        }
        try (IngestWorld world = world()) {
            assertThat(load(world, packed.resolve("classes")))
                    .extracting(DocumentOutcome::name)
                    .containsExactlyInAnyOrder("名单.txt", "下级/办法.txt", "通知.txt");
            assertThat(world.archive.arrivals()).hasSize(3);
        }
    }

    @Test
    void aLogThatDoesNotSaySoGetsNoSamples() throws Exception {
        try (IngestWorld world = world()) {
            world.isOfSamples.set(false);
            assertThat(load(world, packed.resolve("classes"))).isEmpty();
            assertThat(world.archive.arrivals()).isEmpty();
        }
    }

    @Test
    void aStoreWhoseArrivalsWereLostButNotItsLogGetsNoSamples() throws Exception {
        Files.writeString(data.resolve("published.txt"), "0000000000000000 1 RELEASED 通知\n");
        try (IngestWorld world = world()) {
            assertThat(load(world, packed.resolve("classes"))).isEmpty();
            assertThat(world.archive.arrivals()).isEmpty();
        }
    }

    @Test
    void aStoreThatHoldsDocumentsGetsNoSamples() throws Exception {
        try (IngestWorld world = world()) {
            world.archive.receive(Files.newInputStream(packed.resolve("samples.jar")), "own.zip", null);
            assertThat(load(world, packed.resolve("classes"))).isEmpty();
        }
    }
}
