package org.gongbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gongbao.extraction.WorkerPool;
import org.gongbao.extraction.WorkerSettings;

/**
 * What a bench works with.
 *
 * @param settings of the command line; the data folder among them is never used
 * @param folder for everything that the bench makes; deleted afterwards
 * @param files real files, empty where the bench is to make its own
 * @param documents how many documents a bench makes, and how many it publishes or asks for
 * @param rounds how often a bench repeats itself
 * @param seed of everything that a bench makes
 * @param kept folder for files that somebody should look at afterwards; made by whoever finds the first
 * @param notes takes lines for people beside the figures
 */
record BenchPlan(
        Settings settings,
        Path folder,
        List<Path> files,
        int documents,
        int rounds,
        long seed,
        Path kept,
        Consumer<String> notes) {

    BenchPlan {
        if (documents < 1 || rounds < 1) {
            throw new IllegalArgumentException("bench: documents came as " + documents + " and rounds as " + rounds
                    + ", expected at least 1 of each");
        }
    }

    /** Says something beside the figures. */
    void note(String line) {
        notes.accept(line);
    }

    /** The first PDF of the given files, or one new notice. */
    Path pdf() throws IOException {
        return pdfs(1).get(0);
    }

    /** The PDFs of the given files, or new notices of four pages. */
    List<Path> pdfs() throws IOException {
        return pdfs(documents);
    }

    private List<Path> pdfs(int count) throws IOException {
        if (!files.isEmpty()) {
            return files.stream()
                    .filter(file ->
                            file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".pdf"))
                    .toList();
        }
        return new BenchNotices(seed).write(Files.createDirectories(folder.resolve("notices")), count);
    }

    /**
     * Copies that differ from the given PDFs, and from those of any other turn, in their last bytes only, a comment: the same
     * bytes twice would be one original.
     */
    List<Path> copies(List<Path> pdfs, int turn) throws IOException {
        Path target = Files.createDirectories(folder.resolve("turn-" + turn));
        List<Path> copies = new ArrayList<>();
        for (int i = 0; i < pdfs.size(); i++) {
            Path copy = target.resolve(i + "-" + pdfs.get(i).getFileName());
            Files.copy(pdfs.get(i), copy);
            Files.writeString(copy, "\n% turn " + turn + "\n", java.nio.file.StandardOpenOption.APPEND);
            copies.add(copy);
        }
        return copies;
    }

    WorkerPool workers() {
        return new WorkerPool(settings.bind("gongbao.workers", WorkerSettings.class), folder.resolve("workers"));
    }

    /** A store of its own, with everything but the web. */
    Store store(String name) {
        return Store.own(settings.with("--gongbao.data=" + folder.resolve(name), "--gongbao.samples=false"));
    }
}
