package org.gongbao.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongbao.archive.JournalFile;
import org.gongbao.publication.BackupManifest;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;
import org.gongbao.system.DatabaseCopy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The backups that were made of a data folder: where each was written, so that whoever erases is told which hold the bytes. */
final class BackupList {

    static final String NAME = "backups.jsonl";

    private final JournalFile file;

    BackupList(Path data) {
        this.file = new JournalFile(data.resolve(NAME));
    }

    void add(Path folder, Backup.Made made) {
        Map<String, Object> line = new TreeMap<>();
        line.put("at", made.at().toString());
        line.put("folder", folder.toAbsolutePath().normalize().toString());
        line.put("position", made.position());
        file.append(List.of(CanonicalJson.write(line)));
    }

    /** Which backups that can be reached from here still hold a document that was erased, one sentence each. */
    List<String> holding(Uid uid) {
        return backups()
                .filter(backup -> Files.exists(backup.folder()) && holds(backup.folder(), uid))
                .map(backup -> "the backup of " + backup.at() + " in " + backup.folder()
                        + " holds it: destroy that folder and make it anew")
                .toList();
    }

    /** Backups that are not where they were written. */
    List<String> elsewhere() {
        return backups()
                .filter(backup -> !Files.exists(backup.folder()))
                .map(backup -> "the backup of " + backup.at() + " is not in " + backup.folder()
                        + " any more: if it is kept elsewhere and holds the document, destroy it")
                .toList();
    }

    private record Listed(String at, Path folder) {}

    /** The latest of each folder. */
    private Stream<Listed> backups() {
        Map<String, Listed> latest = new LinkedHashMap<>();
        for (String line : file.read()) {
            JsonNode json = JsonMapper.shared().readTree(line);
            String folder = json.path("folder").asString();
            latest.put(folder, new Listed(json.path("at").asString(), Path.of(folder)));
        }
        return latest.values().stream();
    }

    private static boolean holds(Path folder, Uid uid) {
        Path database = folder.resolve("gongbao.db");
        if (!Files.exists(folder.resolve(BackupManifest.NAME)) || !Files.exists(database)) {
            return true;
        }
        try (DatabaseCopy copy = DatabaseCopy.look(database)) {
            boolean isErased =
                    count(copy, "select count(*) from log_event where event = 'erased' and uid = ?", uid) > 0;
            return !isErased
                    && count(copy, "select count(*) from document_source where uid = ?", uid)
                                    + count(copy, "select count(*) from log_event where uid = ?", uid)
                            > 0;
        } catch (RuntimeException e) {
            return true;
        }
    }

    private static long count(DatabaseCopy copy, String query, Uid uid) {
        return copy.sql().sql(query).param(uid.value()).query(Long.class).single();
    }
}
