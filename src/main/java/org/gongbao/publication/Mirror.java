package org.gongbao.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gongbao.system.DataFolder;

/**
 * Which instance a data folder is a public mirror (镜像) of, for good: kept in {@code keys/leader}. Nothing is published in
 * such a store, and no checkpoint signed but by the leader.
 *
 * @param address of the leader
 * @param verifier the leader's key; a leader with another key is not followed
 */
public record Mirror(String address, String verifier) {

    private static final String FILE = "leader";

    /** The leader of a store, empty for a store that publishes itself. */
    public static Optional<Mirror> of(DataFolder data) {
        Path file = data.folder("keys").resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new Mirror(lines.get(0), lines.get(1)));
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be read", e);
        }
    }

    /**
     * Makes an empty data folder a mirror, or goes on with one that is a mirror of the same log.
     *
     * @param verifier the leader's key as it is known; blank: the one that the leader says it has is taken the first time
     * @throws IllegalStateException where the folder holds a store of its own or mirrors another log
     */
    public static Mirror begin(DataFolder data, String address, String verifier) throws InterruptedException {
        Optional<Mirror> before = of(data);
        try {
            String key = !verifier.isBlank()
                    ? verifier
                    : before.isPresent() ? before.get().verifier() : new HttpLeader(address).key();
            Mirror mirror = new Mirror(address, key);
            if (before.isPresent() && !before.get().verifier().equals(key)) {
                throw new IllegalStateException(
                        "the data folder mirrors the log " + before.get().verifier());
            }
            if (before.isEmpty() && Files.exists(data.folder("keys").resolve("log.ed25519"))) {
                throw new IllegalStateException("the data folder holds a log of its own, which cannot follow another");
            }
            Path file = data.folder("keys").resolve(FILE);
            Durable.write(file, (address + "\n" + key + "\n").getBytes(StandardCharsets.UTF_8));
            Folders.forceEntry(file);
            return mirror;
        } catch (IOException e) {
            throw new UncheckedIOException(address + " cannot be followed: " + e.getMessage(), e);
        }
    }
}
