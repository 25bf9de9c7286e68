package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every written variant, as a file, gives exactly what is expected of it. */
class VariantsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("org.gongbao.recognition.Variant#all")
    void everyFieldIsReadAsWritten(Variant variant) throws IOException {
        Path file = Files.writeString(folder.resolve(variant.name()), variant.text());
        assertThat(variant.found(RecordsOfFiles.record(Yunzhou.recogniser(), file)))
                .isEqualTo(variant.wanted());
    }
}
