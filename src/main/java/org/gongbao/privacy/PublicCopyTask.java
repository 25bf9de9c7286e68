package org.gongbao.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.gongbao.extraction.UnreadableFileException;
import org.gongbao.extraction.WorkerTask;

/** Makes the clean copy of an untrusted PDF in a worker process. Option {@code target} is the file to write. */
public final class PublicCopyTask implements WorkerTask {

    static final String NAME = "public-copy";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public byte[] run(Path file, Map<String, String> options, Pages pages) {
        try {
            int count = PdfCleaner.clean(file, Path.of(Objects.requireNonNull(options.get("target"))));
            return Integer.toString(count).getBytes(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UnreadableFileException(
                    "file.copy-failed", "a clean copy could not be made of this PDF: " + e.getMessage());
        }
    }
}
