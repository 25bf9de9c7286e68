package org.gongbao.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.Gongbao;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged documents of every format in real worker processes. How many is set by {@code gongbao.tests.faults}, their seed
 * by {@code gongbao.tests.seed}.
 */
@Tag("slow")
@Timeout(1800)
class FaultsBenchTest {

    private static final int FILES = Integer.getInteger("gongbao.tests.faults", 60);
    private static final long SEED = Long.getLong("gongbao.tests.seed", 20231208L);

    @TempDir
    Path folder;

    @Test
    void noDamagedDocumentBreaksAPromise() throws Exception {
        System.out.println("faults: seed " + SEED + ", " + FILES + " files");
        List<String> notes = new ArrayList<>();
        List<Figure> figures = new FaultsBench()
                .run(new BenchPlan(
                        new Settings(Gongbao.class, List.of()),
                        folder,
                        List.of(),
                        FILES,
                        1,
                        SEED,
                        Path.of("target", "faults"),
                        notes::add));
        assertThat(value(figures, "damaged files")).as(notes.toString()).isEqualTo(FILES);
        assertThat(value(figures, "read")).isPositive();
        assertThat(value(figures, "refused")).isPositive();
        assertThat(value(figures, "promises broken")).as(notes.toString()).isZero();
        assertThat(value(figures, "of these not as before")).isZero();
    }

    private static double value(List<Figure> figures, String name) {
        return figures.stream()
                .filter(figure -> figure.name().startsWith(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
