package org.gongbao.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.gongbao.extraction.MediaTypes;
import org.gongbao.extraction.UnreadableFileException;
import org.gongbao.extraction.WorkerFailedException;
import org.gongbao.extraction.Workers;
import org.gongbao.privacy.PersonalData;
import org.gongbao.publication.RecordJson;
import org.gongbao.recognition.Recognition;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Source;
import org.gongbao.system.GongbaoSettings;
import org.gongbao.system.Sha256;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file on disk into its record; what cannot be read becomes a record that says so. */
final class FileReading {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final int LONGEST_SIDECAR = 4 << 20;

    private final Workers workers;
    private final GongbaoSettings settings;
    private final PersonalData personalData;

    FileReading(Workers workers, GongbaoSettings settings) {
        this.workers = workers;
        this.settings = settings;
        this.personalData = PersonalData.over(settings.profiles());
    }

    /** The record of the file; where a file cannot be read, for whatever reason of its own, the record says why. */
    DocumentRecord read(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!Files.exists(file)) {
            return absent(name, "file.absent", "no file of this name is there; an existing file was expected");
        }
        if (!Files.isRegularFile(file)) {
            String came = Files.isDirectory(file) ? "a folder that cannot be opened" : "no regular file";
            return absent(name, "file.unopened", came + " came; a readable file was expected");
        }
        try {
            return read(file, name);
        } catch (IOException e) {
            return absent(
                    name,
                    "file.unopened",
                    "a file that cannot be opened came (" + e + "); a readable one was expected");
        }
    }

    private DocumentRecord read(Path file, String name) throws IOException {
        String sha256 = Sha256.of(file);
        try {
            byte[] result = workers.run("record", file, options(file, name, sha256));
            return personalData.mark(RecordJson.read(JSON.readTree(result).get("record")));
        } catch (UnreadableFileException e) {
            Finding why = Finding.error(e.code(), String.valueOf(e.getMessage()));
            return unreadable(file, name, sha256, MediaTypes.sniff(file), why);
        } catch (WorkerFailedException e) {
            Finding why = Finding.error(e.code(), String.valueOf(e.getMessage()));
            return unreadable(file, name, sha256, MediaTypes.sniffBeginning(file), why);
        }
    }

    private Map<String, String> options(Path file, String name, String sha256) throws IOException {
        Map<String, String> options = new HashMap<>();
        options.put("name", name);
        options.put("wanted", "record");
        options.put("sha256", sha256);
        options.put("bytes", Long.toString(Files.size(file)));
        options.put("zone", settings.zone().toString());
        if (settings.profiles() != null) {
            options.put("profiles", settings.profiles().toAbsolutePath().toString());
        }
        Path sidecar = file.resolveSibling(name + ".meta.json");
        if (Files.isRegularFile(sidecar)) {
            options.put("meta", sidecar(sidecar));
        }
        return options;
    }

    /** Bytes that are no UTF-8 come as U+FFFD, and what is too long comes cut, which makes it no JSON: recognition says so. */
    private static String sidecar(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST_SIDECAR), StandardCharsets.UTF_8);
        }
    }

    private static DocumentRecord absent(String name, String code, String message) {
        Source nothing = new Source(name, "", MediaTypes.UNKNOWN, 0, null, null, false);
        return Recognition.unreadable(nothing, Finding.error(code, message));
    }

    private static DocumentRecord unreadable(Path file, String name, String sha256, String mediaType, Finding why)
            throws IOException {
        return Recognition.unreadable(new Source(name, sha256, mediaType, Files.size(file), null, null, false), why);
    }
}
