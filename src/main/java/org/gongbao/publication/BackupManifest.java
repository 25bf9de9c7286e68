package org.gongbao.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongbao.record.CanonicalJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup (备份) holds, with the SHA-256 of every file; its own digest is signed with the key of the log, in the form of
 * a signed note.
 *
 * @param madeAt time of the copy of the database
 * @param position of the log in it
 * @param files sorted by name
 */
public record BackupManifest(String madeAt, long position, List<Item> files) {

    /** Name of the manifest in a backup. */
    public static final String NAME = "backup.json";

    /** Name of the file with its signature. */
    public static final String SIGNATURE = "backup.sig";

    private static final String SCHEMA = "gongbao-backup/1";
    private static final String KEY = "keys/log.ed25519";

    /** Text that no checkpoint begins with, so that neither is ever taken for the other. */
    private static final String PURPOSE = "gongbao backup";

    /** A file; {@code mode} is its permissions, empty where the file system had none. */
    public record Item(String name, long bytes, String sha256, String mode) {
        public Item {
            Path path = Path.of(name);
            if (path.isAbsolute() || !path.normalize().equals(path) || path.startsWith("..")) {
                throw new IllegalArgumentException(name + " is no name of a file in a backup");
            }
        }
    }

    byte[] bytes() {
        Map<String, Object> json = new TreeMap<>();
        json.put("schema", SCHEMA);
        json.put("madeAt", madeAt);
        json.put("position", position);
        json.put("files", files);
        return CanonicalJson.bytes(json);
    }

    /** Signs it with the log's key in a folder, and writes both files; the signature last. */
    public void write(Path folder) throws IOException {
        byte[] json = bytes();
        LogKey key = LogKey.parse(Files.readString(folder.resolve(KEY)));
        Durable.write(folder.resolve(NAME), json);
        Durable.write(folder.resolve(SIGNATURE), key.sign(text(json)).getBytes(StandardCharsets.UTF_8));
        Folders.force(folder);
    }

    private static String text(byte[] json) {
        return PURPOSE + "\n" + json.length + "\n"
                + java.util.Base64.getEncoder().encodeToString(Digests.sha256().digest(json)) + "\n";
    }

    /** The log's key as those who verify know it, of the folder of a store or a backup. */
    public static String verifier(Path folder) throws IOException {
        return LogKey.parse(Files.readString(folder.resolve(KEY))).verifierText();
    }

    /**
     * Reads the manifest of a backup and checks that it is whole.
     *
     * @param verifier the key that must have signed it; blank for the one in the backup
     * @throws IllegalArgumentException where it is not what was signed
     */
    public static BackupManifest read(Path folder, String verifier) throws IOException {
        if (!Files.isRegularFile(folder.resolve(NAME)) || !Files.isRegularFile(folder.resolve(SIGNATURE))) {
            throw new IllegalArgumentException(
                    folder + " holds no finished backup, expected " + NAME + " and " + SIGNATURE);
        }
        byte[] json = Files.readAllBytes(folder.resolve(NAME));
        String note = Files.readString(folder.resolve(SIGNATURE));
        try {
            Checkpoint.verify(note, verifier.isBlank() ? verifier(folder) : verifier);
        } catch (IllegalArgumentException | IOException e) {
            throw new IllegalArgumentException(SIGNATURE + " is not the log's signature: " + e.getMessage(), e);
        }
        if (!note.startsWith(text(json) + "\n")) {
            throw new IllegalArgumentException(NAME + " differs from what was signed");
        }
        return parse(json);
    }

    private static BackupManifest parse(byte[] json) {
        try {
            JsonNode root = JsonMapper.shared().readTree(json);
            if (!root.path("schema").asString().equals(SCHEMA)) {
                throw new IllegalArgumentException(
                        NAME + " is of " + root.path("schema").asString() + ", expected " + SCHEMA);
            }
            List<Item> files = new ArrayList<>();
            for (JsonNode file : root.path("files")) {
                files.add(new Item(
                        file.path("name").asString(),
                        file.path("bytes").asLong(),
                        file.path("sha256").asString(),
                        file.path("mode").asString()));
            }
            return new BackupManifest(
                    root.path("madeAt").asString(), root.path("position").asLong(), files);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(NAME + " cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
