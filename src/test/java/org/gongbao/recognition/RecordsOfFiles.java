package org.gongbao.recognition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.ExtractionLimits;
import org.gongbao.extraction.Extractors;
import org.gongbao.extraction.UnreadableFileException;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Source;

/** Writes the record of each file into a folder, for measuring: {@code RecordsOfFiles OUT FILE...}. */
public final class RecordsOfFiles {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private RecordsOfFiles() {}

    public static void main(String[] arguments) throws IOException {
        Recogniser recogniser = new Recogniser(Profiles.packed(), CLOCK);
        Path out = Files.createDirectories(Path.of(arguments[0]));
        for (int i = 1; i < arguments.length; i++) {
            Path file = Path.of(arguments[i]);
            Files.write(out.resolve(file.getFileName() + ".json"), CanonicalJson.bytes(record(recogniser, file)));
        }
    }

    /** The record of a file as the program reads it, with what stands beside it; one that tells why where it cannot be read. */
    public static DocumentRecord record(Path file) throws IOException {
        return record(new Recogniser(Profiles.packed(), CLOCK), file);
    }

    static DocumentRecord record(Recogniser recogniser, Path file) throws IOException {
        String name = file.getFileName().toString();
        Path sidecar = file.resolveSibling(name + ".meta.json");
        try {
            ExtractedText text = Extractors.extract(file, name, ExtractionLimits.DEFAULT);
            Source source = RecordTask.source(name, Map.of("bytes", Long.toString(Files.size(file))), text);
            return recogniser.recognise(source, text, Files.exists(sidecar) ? Files.readString(sidecar) : null);
        } catch (UnreadableFileException e) {
            System.err.println(file + ": " + e.getMessage());
            Source source = new Source(name, "", "application/octet-stream", Files.size(file), null, null, false);
            return Recognition.unreadable(source, Finding.error(e.code(), e.getMessage()));
        }
    }
}
