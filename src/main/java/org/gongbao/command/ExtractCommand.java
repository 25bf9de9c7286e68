package org.gongbao.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongbao.extraction.WorkerPool;
import org.gongbao.extraction.WorkerSettings;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the record of each file, with no server, search engine or database. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = "Reads files and prints the record of each as a line of JSON, in the order of the arguments.",
        footer = "A FILE.meta.json beside a file is read with it. Exit status 1: some file could not be read.")
final class ExtractCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "files, or folders with files")
    private List<Path> inputs = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "write DIR/<file name>.json for each file instead")
    private @Nullable Path out;

    private final Settings settings;

    ExtractCommand(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Path> files = InputFiles.of(inputs);
        if (out != null) {
            Files.createDirectories(out);
        }
        Path folder = Files.createTempDirectory("gongbao-extract");
        WorkerSettings workerSettings = settings.bind("gongbao.workers", WorkerSettings.class);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (WorkerPool workers = new WorkerPool(workerSettings, folder)) {
            FileReading reading = new FileReading(workers, settings.gongbao());
            Deque<Future<DocumentRecord>> records = new ArrayDeque<>();
            files.forEach(file -> records.add(threads.submit(() -> reading.read(file))));
            return print(files, records);
        } finally {
            threads.shutdownNow();
            TemporaryFolders.delete(folder);
        }
    }

    private int print(List<Path> files, Deque<Future<DocumentRecord>> records)
            throws IOException, InterruptedException {
        PrintStream lines = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ProgressBar progress = ProgressBar.onTerminal(files.size());
        Map<String, Integer> names = new HashMap<>();
        int status = 0;
        for (Path file : files) {
            DocumentRecord record = await(records.remove());
            String unreadable = reason(record);
            if (unreadable != null) {
                System.err.println(oneLine(file + ": " + unreadable));
                status = 1;
            }
            if (out == null) {
                lines.println(CanonicalJson.write(record));
            } else {
                Files.write(out.resolve(outputName(file, names)), CanonicalJson.bytes(record));
            }
            progress.step();
        }
        progress.end();
        return status;
    }

    /** The reason why nothing of the file could be read, null where something was. */
    private static @Nullable String reason(DocumentRecord record) {
        if (!record.text().isEmpty()) {
            return null;
        }
        return record.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.message())
                .findFirst()
                .orElse(null);
    }

    /** Names of files may hold line ends and marks that steer a terminal. */
    private static String oneLine(String message) {
        return message.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }

    /** The name of the result: a second file of the same name gets a number, and no result ever replaces another. */
    private static String outputName(Path file, Map<String, Integer> names) {
        String name = String.valueOf(file.getFileName());
        String result = name;
        int number = names.getOrDefault(name, 0) + 1;
        while (number > 1 && names.containsKey(result = name + "~" + number)) {
            number++;
        }
        names.put(name, number);
        names.putIfAbsent(result, 1);
        return result + ".json";
    }

    private static DocumentRecord await(Future<DocumentRecord> record) throws InterruptedException {
        try {
            return record.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getMessage()), e);
        }
    }
}
