package org.gongbao.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One byte that changed in any stored file is found, and only that file is named. */
class FixityTest {

    @TempDir
    Path folder;

    private Database database;
    private OcflArchive archive;

    @BeforeEach
    void fill() throws IOException {
        database = Database.open(ArchiveUnderLoad.url(folder));
        archive = new OcflArchive(new DataFolder(folder), database, Clock.systemUTC());
        for (int i = 0; i < 3; i++) {
            archive.settle(archive.receive(ArchiveContract.bytes("件" + i), i + ".txt", null));
            Path file = Files.writeString(folder.resolve("f" + i), "公开" + i);
            Path other = Files.writeString(folder.resolve("g" + i), "又" + i);
            archive.store("package/" + i, 1, Map.of("record.json", file));
            archive.store("package/" + i, 2, Map.of("record.json", other, "text.txt", file));
        }
        archive.receive(ArchiveContract.bytes("待"), "待.txt", null);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyFileWithAFlippedByteIsNamedAndNoOther() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Path> files = stored();
        assertThat(files).hasSizeGreaterThan(60);
        assertThat(archive.verify()).isEmpty();
        for (Path file : files) {
            byte[] good = Files.readAllBytes(file);
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bad);
            List<String> differences = archive.verify();
            assertThat(differences).as("after a change in " + file).hasSize(1);
            assertThat(differences.get(0)).contains(nameInReport(file));
            Files.write(file, good);
        }
        assertThat(archive.verify()).isEmpty();
    }

    @Test
    void twentyFlippedFilesAreTwentyNames() throws IOException {
        List<Path> contents = new ArrayList<>(stored());
        contents.removeIf(file -> !file.toString().contains("/content/"));
        for (Path file : contents) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[0] ^= 1;
            Files.write(file, bytes);
        }
        assertThat(archive.verify()).hasSize(contents.size());
    }

    @Test
    void missingAndUnknownFilesAreNamed() throws IOException {
        Path content = archive.stored("package/0", 1).get("record.json");
        Files.delete(content);
        Files.writeString(content.resolveSibling("strange"), "x");

        assertThat(archive.verify())
                .containsExactlyInAnyOrder(
                        "public object package/0: v1/content/record.json: missing",
                        "public object package/0: v1/content/strange: unknown file");
    }

    private List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("archive"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private String nameInReport(Path file) {
        String path = folder.resolve("archive").relativize(file).toString();
        int version = path.indexOf("/v");
        return version > 0 ? path.substring(version + 1) : file.getFileName().toString();
    }
}
