package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.gongbao.publication.DisseminationEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a start says of the store that it finds, and how soon what is published can be found. */
@Tag("slow")
@Timeout(600)
class StartTest {

    @Test
    void aStoreOfSamplesSaysSoHoweverItIsStarted(@TempDir Path data) throws Exception {
        try (RunningProgram first = RunningProgram.start(data, true)) {
            assertThat(first.text("/", "Accept-Language", "zh")).contains("samples-badge");
        }
        try (RunningProgram again = RunningProgram.start(data, false)) {
            assertThat(again.text("/", "Accept-Language", "zh")).contains("samples-badge");
            assertThat(again.text("/data", "Accept", "text/html", "Accept-Language", "en"))
                    .contains("示例 Sample");
        }
    }

    @Test
    void aNoticeIsFoundAsSoonAsTheProjectionsHaveCaughtUp(@TempDir Path data, @TempDir Path files) throws Exception {
        Notices.write(files, 1);
        try (RunningProgram program = RunningProgram.start(data, false)) {
            assertThat(program.text("/", "Accept-Language", "zh")).doesNotContain("samples-badge");
            program.ingest(true, files);
            assertThat(program.get(DisseminationEngine.class).awaitCaughtUp(Duration.ofSeconds(5)))
                    .isTrue();
            assertThat(program.found("")).hasSize(1);
            assertThat(program.ask("/readyz").statusCode()).isEqualTo(200);
        }
    }
}
