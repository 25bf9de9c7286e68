package org.gongbao.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tool on the {@code PATH} that writes text to its standard output, in a fresh process for each file: its way of use. */
final class ToolText implements TextReader {

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;

    /** @param command the words of the command; {@code FILE} stands for the file */
    private ToolText(String name, List<String> command, Map<String, String> environment) {
        this.name = name;
        this.command = command;
        this.environment = environment;
    }

    static Optional<TextReader> pdftotext() {
        return installed("pdftotext")
                ? Optional.of(new ToolText("pdftotext", List.of("pdftotext", "FILE", "-"), Map.of()))
                : Optional.empty();
    }

    /** Tesseract on an image with one thread, its own layout analysis and simplified Chinese. */
    static Optional<TextReader> tesseract() {
        List<String> words = List.of("tesseract", "FILE", "-", "-l", "chi_sim", "--psm", "3");
        return installed("tesseract")
                ? Optional.of(new ToolText("tesseract", words, Map.of("OMP_THREAD_LIMIT", "1")))
                : Optional.empty();
    }

    private static boolean installed(String tool) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String text(Path file) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(command);
        words.replaceAll(word -> word.equals("FILE") ? file.toString() : word);
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(name + " ended with status " + status + " on " + file);
        }
        return text;
    }
}
