package org.gongbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageProbeTest {

    @TempDir
    Path folder;

    @Test
    void aDiskThatTakesBytesWorksAndNothingIsLeftOnIt() {
        assertThat(new StorageProbe(folder).works()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDiskThatTakesNoneDoesNot() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThat(new StorageProbe(file).works()).isFalse();
    }
}
