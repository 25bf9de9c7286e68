package org.gongbao.recognition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.ExtractionJson;
import org.gongbao.extraction.ExtractionLimits;
import org.gongbao.extraction.Extractors;
import org.gongbao.extraction.WorkerTask;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.jspecify.annotations.Nullable;

/**
 * The worker task {@code record} (著录任务): extracts and recognises one file. Its result is canonical JSON with
 * {@code extraction} and {@code record}; only with {@code record} where the extraction was given or is not wanted.
 *
 * <p>Options: {@code name}, {@code sha256} and {@code bytes} of the file; {@code meta}, the JSON of its sidecar;
 * {@code profiles}, a folder laid over the packed profiles; {@code asOf}, an instant (ISO 8601) that says as of when
 * validity is told, and {@code zone}; {@code extraction}, a file with an earlier result of this task, from which the
 * document is recognised anew without being read anew; {@code wanted}, which may say {@code record} to leave out the
 * extraction; {@code corrections}, what people read in lines and cells, as a list in JSON, which the extraction of the result does
 * not hold; {@code pages}, {@code unpackedBytes} and {@code parts}, the limits of extraction.
 */
public final class RecordTask implements WorkerTask {

    private @Nullable Recogniser recogniser;
    private String recogniserKey = "";

    @Override
    public String name() {
        return "record";
    }

    @Override
    public byte[] run(Path file, Map<String, String> options, Pages pages) throws IOException {
        String name = options.getOrDefault("name", file.getFileName().toString());
        String earlier = options.get("extraction");
        ExtractedText text = earlier == null
                ? Extractors.extract(file, name, limits(options), pages)
                : ExtractionJson.readFrom(Path.of(earlier));
        Source source = source(name, options, text);
        ReadByPeople read =
                ReadByPeople.of(text, ExtractionJson.corrections(options.getOrDefault("corrections", "[]")));
        DocumentRecord record = read.told(recogniser(options).recognise(source, read.text(), options.get("meta")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write('{');
        if (earlier == null && !"record".equals(options.get("wanted"))) {
            out.write("\"extraction\":".getBytes(StandardCharsets.UTF_8));
            out.write(ExtractionJson.write(text));
            out.write(',');
        }
        out.write("\"record\":".getBytes(StandardCharsets.UTF_8));
        out.write(CanonicalJson.bytes(record));
        out.write('}');
        return out.toByteArray();
    }

    /** The source that a record names, from what is known of the file and what was found in it. */
    public static Source source(String name, Map<String, String> options, ExtractedText text) {
        return new Source(
                name,
                options.getOrDefault("sha256", ""),
                text.mediaType(),
                Long.parseLong(options.getOrDefault("bytes", "0")),
                text.charset(),
                text.pages().isEmpty() ? null : text.pages().size(),
                text.recognisedByOcr());
    }

    private static ExtractionLimits limits(Map<String, String> options) {
        ExtractionLimits usual = ExtractionLimits.DEFAULT;
        return new ExtractionLimits(
                Integer.parseInt(options.getOrDefault("pages", Integer.toString(usual.pages()))),
                Long.parseLong(options.getOrDefault("unpackedBytes", Long.toString(usual.unpackedBytes()))),
                Integer.parseInt(options.getOrDefault("parts", Integer.toString(usual.parts()))),
                profiles(options));
    }

    private static @Nullable Path profiles(Map<String, String> options) {
        String folder = options.get("profiles");
        return folder == null ? null : Path.of(folder);
    }

    /** Profiles are read once a worker, as long as the options stay the same. */
    private Recogniser recogniser(Map<String, String> options) {
        String folder = options.get("profiles");
        String asOf = options.get("asOf");
        ZoneId zone = ZoneId.of(options.getOrDefault("zone", "Asia/Shanghai"));
        String key = folder + "|" + asOf + "|" + zone;
        Recogniser known = recogniser;
        if (known == null || !key.equals(recogniserKey)) {
            Clock clock = asOf == null ? Clock.system(zone) : Clock.fixed(Instant.parse(asOf), zone);
            known = new Recogniser(Profiles.over(profiles(options)), clock);
            recogniser = known;
            recogniserKey = key;
        }
        return known;
    }
}
