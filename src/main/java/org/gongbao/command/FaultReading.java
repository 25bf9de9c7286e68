package org.gongbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.gongbao.extraction.UnreadableFileException;
import org.gongbao.extraction.WorkerFailedException;
import org.gongbao.extraction.Workers;
import org.gongbao.privacy.PersonalData;
import org.gongbao.publication.RecordJson;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file as the service does, and never fails: what should not have happened is a promise broken. */
final class FaultReading {

    /** Fixed, so that the same file gives the same record at any time. */
    private static final String AS_OF = "2024-01-01T00:00:00Z";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Workers workers;
    private final PersonalData personalData = PersonalData.over(null);

    FaultReading(Workers workers) {
        this.workers = workers;
    }

    FaultOutcome read(Path file) {
        try {
            String name = String.valueOf(file.getFileName());
            String bytes = Long.toString(Files.size(file));
            byte[] result = workers.run("record", file, Map.of("name", name, "bytes", bytes, "asOf", AS_OF));
            DocumentRecord record =
                    personalData.mark(RecordJson.read(JSON.readTree(result).get("record")));
            UUID digest = UUID.nameUUIDFromBytes(CanonicalJson.bytes(record));
            return new FaultOutcome(
                    FaultOutcome.Kind.READ,
                    "a record " + digest,
                    record.source().recognisedByOcr());
        } catch (UnreadableFileException e) {
            return refused(e.code(), String.valueOf(e.getMessage()));
        } catch (WorkerFailedException e) {
            return FaultOutcome.failed(e.code(), String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            return FaultOutcome.broken("out of memory outside a worker: " + e.getMessage());
        } catch (IOException | RuntimeException | Error e) {
            return FaultOutcome.broken("the service fell over it: " + e);
        }
    }

    private static FaultOutcome refused(String code, String message) {
        if (code.isBlank() || message.isBlank()) {
            return FaultOutcome.broken("refused without a word: " + code + ": " + message);
        }
        return new FaultOutcome(FaultOutcome.Kind.REFUSED, code + ": " + message, false);
    }
}
