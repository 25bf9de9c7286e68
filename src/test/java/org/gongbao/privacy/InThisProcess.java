package org.gongbao.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.gongbao.extraction.WorkerTask;
import org.gongbao.extraction.Workers;
import org.gongbao.recognition.RecordTask;

/** Makes public copies here; the worker processes have tests of their own. */
final class InThisProcess implements Workers {

    private final List<WorkerTask> tasks =
            List.of(new PublicCopyTask(), new RedactedCopyTask(), new RecordTask(), new PageViewTask());

    /** Public copies with the packed profiles and font. */
    static PublicCopies copies() {
        Workers workers = new InThisProcess();
        return new PublicCopies(
                workers,
                PrintFonts.of(null),
                TreatmentPolicy.over(null),
                null,
                new RedactedCopies(workers, null, null, ZoneId.of("Asia/Shanghai")),
                new PageViews(workers, true));
    }

    @Override
    public byte[] run(String task, Path file, Map<String, String> options) {
        WorkerTask asked = tasks.stream()
                .filter(known -> known.name().equals(task))
                .findFirst()
                .orElseThrow();
        try {
            return asked.run(file, options, WorkerTask.Pages.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {}
}
