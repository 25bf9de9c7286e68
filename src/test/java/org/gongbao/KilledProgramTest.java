package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongbao.archive.Archive;
import org.gongbao.publication.LogAudit;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.TransparencyLog;
import org.gongbao.system.JavaProcess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed (SIGKILL) at every stage of a document's way, each time on the same data folder, and started again.
 * Its stages are told by what they write.
 */
@Tag("slow")
@Timeout(900)
class KilledProgramTest {

    private static final long SEED = 20240613;
    private static final int DOCUMENTS = 8;

    @TempDir
    Path folder;

    private Path data;

    /** A stage, by the folder of the data folder that it writes to. */
    private enum Stage {
        ARRIVAL("archive/inbox"),
        EXTRACTION("work/extractions"),
        PUBLICATION("archive/public"),
        LOG("archive/log"),
        SEARCH("solr"),
        LINKED_DATA("linkeddata"),
        BULK("bulk");

        private final String writesTo;

        Stage(String writesTo) {
            this.writesTo = writesTo;
        }

        boolean isProjection() {
            return compareTo(LOG) > 0;
        }
    }

    @Test
    void afterAKillAtEveryStageNothingIsLostNothingIsThereTwiceAndAllProjectionsAgree() throws Exception {
        System.out.println("KilledProgramTest seed " + SEED);
        Random random = new Random(SEED);
        data = folder.resolve("data");
        List<String> acknowledged = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            int first = stage.ordinal() * DOCUMENTS + 1;
            IntStream.range(first, first + DOCUMENTS).forEach(number -> Notices.write(files(stage), number));
            killAt(stage, random.nextInt(20));
            acknowledged.addAll(arrivals());
        }
        assertThat(acknowledged).isNotEmpty();
        try (RunningProgram program = RunningProgram.start(data, false)) {
            assertThat(titles(program)).doesNotHaveDuplicates();
            assertThat(read()).as("read by the restart alone").containsAll(acknowledged);
            assertThat(program.get(Archive.class).verify()).isEmpty();
        }

        Commands.Result restarted =
                Commands.run("ingest", "--publish", folder.resolve("files").toString(), "--gongbao.data=" + data);

        assertThat(restarted.status()).as(restarted.out() + restarted.err()).isZero();
        try (RunningProgram program = RunningProgram.start(data, false)) {
            check(program, acknowledged);
        }
    }

    private void check(RunningProgram program, List<String> acknowledged) throws Exception {
        assertThat(titles(program))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, Stage.values().length * DOCUMENTS)
                        .mapToObj(Notices::title)
                        .toList());
        assertThat(arrivals()).containsAll(acknowledged);
        TransparencyLog log = program.get(TransparencyLog.class);
        assertThat(log.eventsAfter(0, 1000))
                .hasSize(Stage.values().length * DOCUMENTS)
                .allSatisfy(event -> assertThat(event.event()).isEqualTo(LogEvent.Type.RELEASED))
                .extracting(LogEvent::uid)
                .doesNotHaveDuplicates();
        assertThat(program.get(LogAudit.class).run()).isEmpty();
        assertThat(program.get(Archive.class).verify()).isEmpty();
        StoreDump.assertThatProjectionsAgree(program);
    }

    private static List<String> titles(RunningProgram program) {
        try (Stream<PublishedDocument> all =
                program.get(PublishedDocuments.class).all()) {
            return all.map(document -> document.record().title()).toList();
        }
    }

    private Path files(Stage stage) {
        return folder.resolve("files").resolve(stage.name());
    }

    private void killAt(Stage stage, int delay) throws Exception {
        Path said = folder.resolve("said-" + stage);
        Path writesTo = data.resolve(stage.writesTo);
        Process process = JavaProcess.of(
                        384, Gongbao.class, "ingest", "--publish", files(stage).toString(), "--gongbao.data=" + data)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (stage.isProjection()) {
                // A store is written to when it opens, too; the log grows only when something new was published.
                awaitChange(process, said, data.resolve(Stage.LOG.writesTo));
            }
            awaitChange(process, said, writesTo);
            Thread.sleep(delay);
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
        assertThat(process.exitValue()).as(stage + ": killed, not ended").isNotZero();
        System.out.println("killed at " + stage + " with " + arrivals().size() + " arrivals");
    }

    private static void awaitChange(Process process, Path said, Path place) throws Exception {
        String before = state(place);
        await(process, said, () -> !state(place).equals(before));
    }

    private static void await(Process process, Path said, BooleanSupplier reached) throws Exception {
        while (!reached.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new AssertionError("the process ended by itself: " + Files.readString(said));
            }
            Thread.sleep(1);
        }
    }

    /** Names, sizes and times of all files below a folder; a file that goes meanwhile is part of a change. */
    private static String state(Path place) {
        if (!Files.exists(place)) {
            return "";
        }
        StringBuilder state = new StringBuilder();
        try (Stream<Path> all = Files.walk(place)) {
            for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
                state.append(path)
                        .append(' ')
                        .append(Files.size(path))
                        .append(' ')
                        .append(Files.getLastModifiedTime(path))
                        .append('\n');
            }
        } catch (IOException | UncheckedIOException e) {
            state.append("changing");
        }
        return state.toString();
    }

    /** Names of all files that were acknowledged, by the rows that a restart finds. */
    private TreeSet<String> arrivals() throws Exception {
        return names("SELECT name FROM arrival");
    }

    /** Names of all files of which a document became something. */
    private TreeSet<String> read() throws Exception {
        return names("SELECT a.name FROM arrival a JOIN job j ON j.sha256 = a.sha256"
                + " JOIN job_document d ON d.job = j.id WHERE d.outcome IN ('published', 'waiting')");
    }

    private TreeSet<String> names(String query) throws Exception {
        TreeSet<String> names = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("gongbao.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
