package org.gongbao.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files of which one cannot be opened leave no other one open. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "open files are read from /proc")
class PackedFileTest {

    @TempDir
    Path folder;

    @Test
    void theFirstFileIsClosedWhereTheSecondCannotBeOpened() throws IOException {
        Files.createDirectory(folder.resolve("lines.zst"));

        assertThatThrownBy(() -> new PackedFile(folder, "lines", "text/plain")).isInstanceOf(IOException.class);

        assertThat(open()).isEmpty();
    }

    @Test
    void aTableWhoseHeadDoesNotFitOnTheDiskLeavesNoFileOpen() throws IOException {
        Files.createSymbolicLink(folder.resolve("wide.csv.zst"), Path.of("/dev/full"));
        String name = new Random(20261126)
                .ints(2_000_000, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThatThrownBy(() -> new CsvFile(folder, "wide.csv", List.of(Column.text(name, "名", "name")), false))
                .isInstanceOf(IOException.class);

        assertThat(open()).isEmpty();
    }

    /** Files of the folder that this process has open. */
    private List<Path> open() throws IOException {
        try (Stream<Path> numbers = Files.list(Path.of("/proc/self/fd"))) {
            return numbers.flatMap(PackedFileTest::target)
                    .filter(file -> file.startsWith(folder) || file.equals(Path.of("/dev/full")))
                    .toList();
        }
    }

    private static Stream<Path> target(Path number) {
        try {
            return Stream.of(Files.readSymbolicLink(number));
        } catch (IOException e) {
            return Stream.empty(); // closed meanwhile
        }
    }
}
