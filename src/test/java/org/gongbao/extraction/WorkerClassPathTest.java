package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerClassPathTest {

    @TempDir
    Path folder;

    private List<Path> entries(Object... classPath) throws IOException {
        String text = String.join(
                File.pathSeparator,
                java.util.Arrays.stream(classPath).map(Object::toString).toList());
        return new WorkerClassPath(folder.resolve("cache")).entries(text);
    }

    @Test
    void foldersAndJarsStayAndWhatOnlyTheServiceNeedsGoes() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path pdf = jar("pdfbox-3.0.8.jar", Map.of(), Map.of());
        Path web = jar("tomcat-embed-core-11.0.22.jar", Map.of(), Map.of());
        assertThat(entries(classes, pdf, web, folder.resolve("gone.jar"))).containsExactly(classes, pdf);
    }

    @Test
    void aJarThatNamesOthersIsFollowed() throws IOException {
        Path pdf = jar("pdfbox-3.0.8.jar", Map.of(), Map.of());
        Path classes = Files.createDirectory(folder.resolve("类 classes"));
        String names = pdf.toUri() + " " + classes.toUri() + " gone.jar https://example.org/x.jar";
        Path booter = jar("booter.jar", Map.of("Class-Path", names), Map.of());
        assertThat(entries(booter)).containsExactly(booter, pdf, classes);
    }

    @Test
    void anExecutableJarIsUnpackedOnceAndWhole() throws IOException {
        byte[] nested = Files.readAllBytes(jar("poi-5.5.1.jar", Map.of(), Map.of("a.txt", "甲")));
        Path executable = jar(
                "gongbao.jar",
                Map.of("Spring-Boot-Classes", "BOOT-INF/classes/", "Spring-Boot-Lib", "BOOT-INF/lib/"),
                Map.of(
                        "BOOT-INF/classes/org/gongbao/A.class", "class",
                        "BOOT-INF/classes/META-INF/services/x", "y",
                        "BOOT-INF/classes/static/site.css", "css",
                        "BOOT-INF/lib/poi-5.5.1.jar", nested,
                        "BOOT-INF/lib/spring-core-7.0.8.jar", "spring",
                        "org/springframework/boot/loader/Launcher.class", "class"));
        List<Path> entries = entries(executable);
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).resolve("org/gongbao/A.class")).hasContent("class");
        assertThat(entries.get(0).resolve("META-INF/services/x")).exists();
        assertThat(entries.get(0).resolve("static")).doesNotExist();
        assertThat(entries.get(1)).hasFileName("poi-5.5.1.jar").hasBinaryContent(nested);

        Path mark = Files.writeString(entries.get(0).resolve("mark"), "not unpacked again");
        assertThat(entries(executable)).isEqualTo(entries);
        assertThat(mark).exists();
        assertThat(folder.resolve("cache")).isDirectoryNotContaining("glob:**unpacking*");
    }

    @Test
    void anotherExecutableJarOfTheSameNameIsUnpackedAnew() throws IOException {
        Map<String, String> manifest =
                Map.of("Spring-Boot-Classes", "BOOT-INF/classes/", "Spring-Boot-Lib", "BOOT-INF/lib/");
        Path first = entries(jar("gongbao.jar", manifest, Map.of("BOOT-INF/classes/a", "1")))
                .get(0);
        Path second = entries(jar("gongbao.jar", manifest, Map.of("BOOT-INF/classes/a", "22 22")))
                .get(0);
        assertThat(second).isNotEqualTo(first);
        assertThat(second.resolve("a")).hasContent("22 22");
    }

    private static final Map<String, String> EXECUTABLE =
            Map.of("Spring-Boot-Classes", "BOOT-INF/classes/", "Spring-Boot-Lib", "BOOT-INF/lib/");

    @Test
    void aClassPathThatLostContentIsUnpackedAnew() throws IOException {
        Path executable =
                jar("gongbao.jar", EXECUTABLE, Map.of("BOOT-INF/classes/a", "whole", "BOOT-INF/lib/b.jar", "b"));
        Path classes = entries(executable).get(0);
        Files.writeString(classes.resolve("a"), "");
        assertThat(entries(executable).get(0).resolve("a")).hasContent("whole");
        Files.delete(classes.resolveSibling("lib").resolve("b.jar"));
        assertThat(entries(executable)).hasSize(2).allMatch(Files::exists);
    }

    @Test
    void nothingIsLeftWhereUnpackingFails() throws IOException {
        Path executable =
                jar("gongbao.jar", EXECUTABLE, Map.of("BOOT-INF/classes/a", "1", "BOOT-INF/classes/a/b", "2"));
        assertThatThrownBy(() -> entries(executable)).isInstanceOf(IOException.class);
        assertThat(folder.resolve("cache")).isEmptyDirectory();
    }

    @Test
    void whatEndedProcessesAndOtherVersionsLeftIsDeletedWhenTheFirstWorkerStarts() throws IOException {
        Path workers = folder.resolve("workers");
        long own = ProcessHandle.current().pid();
        for (String name :
                List.of("unpacking4711", "unpacking-999999999999-1", "unpacking-" + own + "-1", "classes-1-2")) {
            Files.createDirectories(workers.resolve(name).resolve("lib"));
        }
        Files.createDirectories(workers.resolve("worker-999999999999-1-1"));
        Path file = Files.writeString(folder.resolve("a.txt"), "云州市");
        try (WorkerPool pool = new WorkerPool(WorkerSettings.DEFAULT, workers)) {
            pool.run("echo", file, Map.of());
            assertThat(workers).isDirectoryNotContaining("glob:**classes-1-2");
            assertThat(workers).isDirectoryNotContaining("glob:**999999999999*");
            assertThat(workers).isDirectoryNotContaining("glob:**4711");
            assertThat(workers.resolve("unpacking-" + own + "-1")).exists();
        }
    }

    private Path jar(String name, Map<String, String> attributes, Map<String, ?> files) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((key, value) -> manifest.getMainAttributes().put(new Attributes.Name(key), value));
        Path jar = folder.resolve(name);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, ?> file : new TreeMap<String, Object>(files).entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                write(out, file.getValue());
            }
        }
        return Files.write(jar, bytes.toByteArray());
    }

    private static void write(OutputStream out, Object content) throws IOException {
        out.write(content instanceof byte[] bytes ? bytes : content.toString().getBytes(StandardCharsets.UTF_8));
    }
}
