package org.gongbao.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.gongbao.system.JavaProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All tables of a release are written side by side, and nothing but what is counted stays in memory. */
@Tag("slow")
class ReleaseMemoryTest {

    private static final int DOCUMENTS = 12_000;
    private static final int MEGABYTES = 80;

    @TempDir
    Path folder;

    @Test
    void theFilesOfAReleaseNeedLessMemoryThanItsTexts() throws Exception {
        long seed = 20261126;
        System.out.println("seed " + seed);
        Path said = folder.resolve("said.txt");
        Process process = JavaProcess.of(MEGABYTES, ManyLines.class, folder.toString(), "" + DOCUMENTS, "" + seed)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean hasEnded = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();

        assertThat(hasEnded).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        assertThat(BulkStore.text(folder.resolve("documents.csv.zst")).lines()).hasSize(DOCUMENTS + 1);
        assertThat(ParquetText.rows(folder.resolve("files.parquet"))).hasSize(3 * DOCUMENTS);
        assertThat(Files.size(folder.resolve("text.ndjson.zst"))).isGreaterThan(MEGABYTES << 20);
    }
}
