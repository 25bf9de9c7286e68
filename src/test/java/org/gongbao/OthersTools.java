package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Programs of others, which {@code .ci/run} installs; skipped where one is not there, unless {@code gongbao.tests.tools=required}. */
final class OthersTools {

    private static final Path SCRIPTS = Path.of(".ci/tools");
    private static final int LONGEST_SECONDS = 120;

    private OthersTools() {}

    /** Runs a script of {@code .ci/tools}; the lines that it prints. */
    static List<String> node(String script, Object... arguments) throws IOException, InterruptedException {
        need(
                Files.isDirectory(SCRIPTS.resolve("node_modules")) && isThere("node"),
                "node and the packages of .ci/tools");
        List<String> command =
                new ArrayList<>(List.of("node", SCRIPTS.resolve(script).toString()));
        return run(command, arguments);
    }

    /** Runs a program of the system. */
    static List<String> program(String name, Object... arguments) throws IOException, InterruptedException {
        need(isThere(name), name);
        return run(new ArrayList<>(List.of(name)), arguments);
    }

    private static void need(boolean isThere, String what) {
        if (!isThere && "required".equals(System.getProperty("gongbao.tests.tools"))) {
            Assertions.fail("required and not there: " + what);
        }
        Assumptions.assumeTrue(isThere, "not there: " + what);
    }

    private static boolean isThere(String name) {
        return java.util.Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    private static List<String> run(List<String> command, Object... arguments)
            throws IOException, InterruptedException {
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Path answer = Files.createTempFile("answer", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(answer.toFile())
                    .start();
            boolean hasEnded = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (!hasEnded) {
                process.destroyForcibly().waitFor();
            }
            String said = Files.readString(answer, StandardCharsets.UTF_8);
            assertThat(hasEnded).as("%s ends; it said %s", command, said).isTrue();
            assertThat(process.exitValue()).as("%s said %s", command, said).isZero();
            return said.lines().toList();
        } finally {
            Files.delete(answer);
        }
    }
}
