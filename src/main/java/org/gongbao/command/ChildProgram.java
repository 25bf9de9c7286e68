package org.gongbao.command;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** This program, serving as a process of its own on a free port of this machine's loopback address. */
final class ChildProgram implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(10);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(60);

    /** What {@code jcmd PID GC.heap_info} says of a heap: {@code total 262144K, used 91233K}. */
    private static final Pattern HEAP = Pattern.compile("total \\d+K, used (\\d+)K");

    private final Process process;
    private final int port;
    private final long startedAt;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    private ChildProgram(Process process, int port, long startedAt) {
        this.process = process;
        this.port = port;
        this.startedAt = startedAt;
    }

    /** Starts it with at most so much heap; what it says goes to a file. */
    static ChildProgram start(Settings settings, String heap, Path log) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(javaTool("java"), "-Xmx" + heap));
        String classPath = System.getProperty("java.class.path");
        if (isExecutableJar(classPath)) {
            command.addAll(List.of("-jar", classPath));
        } else {
            command.addAll(List.of("-cp", classPath, settings.application().getName()));
        }
        command.addAll(settings.with("--server.port=" + port, "--server.address=127.0.0.1")
                .arguments());
        long now = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ChildProgram(process, port, now);
    }

    private static String javaTool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static boolean isExecutableJar(String classPath) throws IOException {
        if (classPath.contains(File.pathSeparator) || !classPath.endsWith(".jar")) {
            return false;
        }
        try (JarFile jar = new JarFile(classPath)) {
            return jar.getEntry("BOOT-INF/") != null;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Seconds from the start until an address answered with 200. */
    double secondsTo(String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        while (true) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return (System.nanoTime() - startedAt) / 1e9;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            if (!process.isAlive() || System.nanoTime() - startedAt > LONGEST_START.toNanos()) {
                throw new IllegalStateException("the program did not come to serve " + path
                        + (process.isAlive() ? "" : ": it ended with status " + process.exitValue()));
            }
            Thread.sleep(20);
        }
    }

    /** MiB of a field of the process's status, such as {@code VmRSS}; empty on systems without it. */
    OptionalLong memory(String field) throws IOException {
        OptionalDouble size = ProcessStatus.mebibytes(process.pid(), field);
        return size.isPresent() ? OptionalLong.of((long) size.getAsDouble()) : OptionalLong.empty();
    }

    /** MiB of the Java heap that live after a collection; empty where the Java installation has no {@code jcmd}. */
    OptionalLong liveHeap() throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of(javaTool("jcmd")))) {
            return OptionalLong.empty();
        }
        ask("GC.run");
        Matcher heap = HEAP.matcher(ask("GC.heap_info"));
        return heap.find() ? OptionalLong.of(Long.parseLong(heap.group(1)) / 1024) : OptionalLong.empty();
    }

    private String ask(String what) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(javaTool("jcmd"), Long.toString(process.pid()), what)
                .redirectErrorStream(true)
                .start();
        String answer = new String(jcmd.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        jcmd.waitFor();
        return answer;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
