package org.gongbao.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongbao.extraction.UnreadableFileException;
import org.gongbao.extraction.WorkerTask;
import org.gongbao.record.Finding;

/**
 * Makes the clean copy of an untrusted PDF in a worker process and reads it once more. Options: {@code target}, the file to
 * write; {@code profiles}, a folder laid over the packed profiles; {@code allowed}, bare values that may be read, one a line. Its result is a line for each finding about the copy.
 */
public final class PublicCopyTask implements WorkerTask {

    static final String NAME = "public-copy";

    private final ChecksOf checks = new ChecksOf();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public byte[] run(Path file, Map<String, String> options, Pages pages) {
        Path target = Path.of(Objects.requireNonNull(options.get("target")));
        try {
            pages.expect(PdfCleaner.clean(file, target), false);
            Set<String> allowed =
                    Set.copyOf(options.getOrDefault("allowed", "").lines().toList());
            return checks.of(options.get("profiles")).findings(target, allowed).stream()
                    .map(finding -> finding.code() + "\t" + Objects.requireNonNullElse(finding.page(), "") + "\t"
                            + finding.message())
                    .collect(Collectors.joining("\n"))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnreadableFileException(
                    "file.copy-failed", "a clean copy could not be made of this PDF: " + e.getMessage());
        }
    }

    /** The findings in a result of this task. */
    static List<Finding> findings(byte[] result) {
        return new String(result, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t", 3))
                .map(part ->
                        Finding.error(part[0], part[2]).onPage(part[1].isEmpty() ? null : Integer.valueOf(part[1])))
                .toList();
    }
}
