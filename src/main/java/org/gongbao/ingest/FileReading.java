package org.gongbao.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongbao.archive.StorageException;
import org.gongbao.extraction.Workers;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.TextCorrection;
import org.gongbao.system.GongbaoSettings;

/** Has an original read in a worker, by the worker task {@code record}. */
final class FileReading {

    private static final String TASK = "record";

    private final Workers workers;
    private final GongbaoSettings settings;
    private final Function<String, List<TextCorrection>> corrections;

    /** @param corrections what people read in the original with a digest */
    FileReading(Workers workers, GongbaoSettings settings, Function<String, List<TextCorrection>> corrections) {
        this.corrections = corrections;
        this.workers = workers;
        this.settings = settings;
    }

    /** JSON with {@code record} and {@code extraction}. */
    byte[] read(Job job, Path original) {
        return workers.run(TASK, original, options(job, original));
    }

    /**
     * JSON with the {@code record} by today's rules, from what was read before.
     *
     * @param earlier a file with an earlier result of {@link #read}
     */
    byte[] recogniseAgain(Job job, Path original, Path earlier) {
        Map<String, String> options = options(job, original);
        options.put("extraction", earlier.toAbsolutePath().toString());
        return workers.run(TASK, original, options);
    }

    private Map<String, String> options(Job job, Path original) {
        Map<String, String> options = new HashMap<>();
        options.put("name", job.fileName());
        options.put("sha256", job.sha256());
        options.put("bytes", Long.toString(size(original)));
        options.put("zone", settings.zone().toString());
        if (settings.profiles() != null) {
            options.put("profiles", settings.profiles().toAbsolutePath().toString());
        }
        List<TextCorrection> texts = corrections.apply(job.sha256());
        if (!texts.isEmpty()) {
            options.put("corrections", CanonicalJson.write(texts));
        }
        if (job.claimed() != null) {
            options.put("meta", job.claimed());
        }
        return options;
    }

    private static long size(Path original) {
        try {
            return Files.size(original);
        } catch (IOException e) {
            throw new StorageException("the original " + original + " cannot be read", e);
        }
    }
}
