package org.gongbao.system;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process of this Java with the classes of the tests, to be killed or run beside one that serves. */
public final class JavaProcess {

    private JavaProcess() {}

    /** @param megabytes of heap that it may have */
    public static ProcessBuilder of(int megabytes, Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx" + megabytes + "m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** The program itself. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
