package org.gongbao.recognition;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.ExtractionLimits;
import org.gongbao.extraction.Extractors;
import org.gongbao.extraction.WorkerTask;
import org.jspecify.annotations.Nullable;

/**
 * The worker task {@code prescan} (密级预扫): looks at the first pages of a file that just came for a secrecy mark in force,
 * before anything of the file is kept anywhere. Its result is {@code no}, or {@code yes} and the level of the mark, and it
 * keeps nothing else, neither pages nor text.
 *
 * <p>Options: {@code name} of the file; {@code profiles}, a folder laid over the packed profiles.
 */
public final class PrescanTask implements WorkerTask {

    private @Nullable LiveMarks marks;
    private @Nullable String marksFolder;

    @Override
    public String name() {
        return "prescan";
    }

    @Override
    public byte[] run(Path file, Map<String, String> options, Pages pages) {
        String folder = options.get("profiles");
        Path profiles = folder == null ? null : Path.of(folder);
        ExtractionLimits usual = ExtractionLimits.DEFAULT;
        ExtractedText head = Extractors.head(
                file,
                options.getOrDefault("name", ""),
                new ExtractionLimits(usual.pages(), usual.unpackedBytes(), usual.parts(), profiles),
                pages);
        return marks(folder).in(head).map(level -> "yes " + level).orElse("no").getBytes(StandardCharsets.UTF_8);
    }

    /** Profiles are read once a worker, as long as the option stays the same. */
    private LiveMarks marks(@Nullable String folder) {
        LiveMarks known = marks;
        if (known == null || !java.util.Objects.equals(folder, marksFolder)) {
            known = new LiveMarks(SecrecyMarks.of(Profiles.over(folder == null ? null : Path.of(folder))));
            marks = known;
            marksFolder = folder;
        }
        return known;
    }
}
