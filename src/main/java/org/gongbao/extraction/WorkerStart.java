package org.gongbao.extraction;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Starts worker processes: a plain Java program with an empty environment and a folder of its own, in which it works and
 * which holds its temporary files.
 *
 * <p>Where {@code /bin/sh} is there, frames travel on descriptor 3, since native libraries print to standard output; both
 * are the same pipe for the host. Where {@code unshare} may be used, the process has no network; elsewhere nothing but
 * the operating system's own rules keeps it from the network.
 */
final class WorkerStart {

    /** System property of a worker: the file that frames are written to. */
    static final String FRAMES = "gongbao.worker.frames";

    private static final String PREFIX = "worker-";
    private static final Path SHELL = Path.of("/bin/sh");
    private static final Path DESCRIPTORS = Path.of("/dev/fd");

    private final WorkerSettings settings;
    private final Path folder;
    private final AtomicInteger count = new AtomicInteger();
    private @Nullable List<String> wrapper;
    private @Nullable String classPath;

    WorkerStart(WorkerSettings settings, Path folder) {
        this.settings = settings;
        this.folder = folder.toAbsolutePath().normalize();
    }

    ChildProcess process(DataSize heap) {
        try {
            Path own = ownFolder();
            ProcessBuilder builder = new ProcessBuilder(command(heap, own)).directory(own.toFile());
            Map<String, String> environment = builder.environment();
            environment.clear();
            environment.put("PATH", "/usr/bin:/bin");
            environment.put("LANG", "C.UTF-8");
            environment.put("LC_ALL", "C.UTF-8");
            return new ChildProcess(builder.start(), own, heap, settings);
        } catch (IOException e) {
            throw new UncheckedIOException("a worker process cannot be started in " + folder, e);
        }
    }

    private synchronized Path ownFolder() throws IOException {
        if (count.get() == 0) {
            Files.createDirectories(folder);
            sweep(path -> isOrphan(path) || WorkerClassPath.isAbandoned(path));
        }
        String name = PREFIX + ProcessHandle.current().pid() + "-" + System.identityHashCode(this) + "-"
                + count.incrementAndGet();
        return Files.createDirectory(folder.resolve(name));
    }

    /** Deletes what workers of hosts that are no more left behind. */
    private void sweep(Predicate<Path> left) throws IOException {
        List<Path> old;
        try (Stream<Path> children = Files.list(folder)) {
            old = children.filter(left).toList();
        }
        for (Path path : old) {
            Folders.delete(path);
        }
    }

    private static boolean isOrphan(Path path) {
        String[] parts = path.getFileName().toString().split("-", -1);
        return parts.length == 4
                && parts[0].equals("worker")
                && parts[1].chars().allMatch(Character::isDigit)
                && ProcessHandle.of(Long.parseLong(parts[1])).isEmpty();
    }

    /** Whether another process has workers here, which may be of another version of the program. */
    private boolean isShared() throws IOException {
        String own = PREFIX + ProcessHandle.current().pid() + "-";
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(path -> path.getFileName().toString())
                    .anyMatch(name -> name.startsWith(PREFIX) && !name.startsWith(own));
        }
    }

    private List<String> command(DataSize heap, Path own) throws IOException {
        List<String> command = new ArrayList<>(wrapper());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + heap.toMegabytes() + "m",
                "-Xms32m",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ErrorFile=" + own.resolve("error.log"),
                "-Djava.awt.headless=true",
                "-Djava.net.useSystemProxies=false",
                "-Dfile.encoding=UTF-8",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dlog4j2.StatusLogger.level=OFF",
                "-Dlog4j2.statusLoggerLevel=OFF",
                "-Djava.io.tmpdir=" + own));
        if (hasDescriptors()) {
            command.add("-D" + FRAMES + "=" + DESCRIPTORS.resolve("3"));
        }
        command.addAll(List.of("-cp", classPath(), WorkerProcess.class.getName()));
        return command;
    }

    private synchronized String classPath() throws IOException {
        if (classPath == null) {
            List<Path> entries = new WorkerClassPath(folder).entries(System.getProperty("java.class.path"));
            classPath = String.join(
                    File.pathSeparator, entries.stream().map(Path::toString).toList());
            String used = classPath;
            if (!isShared()) {
                sweep(path -> WorkerClassPath.isOfOther(path, used));
            }
        }
        return classPath;
    }

    private synchronized List<String> wrapper() {
        if (wrapper == null) {
            List<String> words = new ArrayList<>(withoutNetwork().orElse(List.of()));
            if (hasDescriptors()) {
                words.addAll(List.of(SHELL.toString(), "-c", "ulimit -c 0; exec \"$0\" \"$@\" 3>&1 1>&2"));
            }
            wrapper = List.copyOf(words);
        }
        return wrapper;
    }

    /** Whether this machine lets this user take the network from a process. */
    static boolean takesNetwork() {
        return withoutNetwork().isPresent();
    }

    private static boolean hasDescriptors() {
        return Files.isExecutable(SHELL) && Files.isDirectory(DESCRIPTORS);
    }

    /** The words before a command that take the network from it, if this machine lets this user do so. */
    private static Optional<List<String>> withoutNetwork() {
        return Stream.of(List.of("unshare", "--net"), List.of("unshare", "--map-root-user", "--net"))
                .filter(WorkerStart::works)
                .findFirst();
    }

    private static boolean works(List<String> words) {
        List<String> command = new ArrayList<>(words);
        command.add("true");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(5, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
