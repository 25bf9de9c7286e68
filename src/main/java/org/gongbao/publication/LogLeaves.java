package org.gongbao.publication;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The leaves of a log in a file, one a line, with their hashes in a second one, as somebody keeps them who mirrors data: with a
 * signed checkpoint they tell offline whether an event was changed, dropped or put elsewhere, and which.
 */
public final class LogLeaves {

    private final Path leaves;
    private final Path hashes;

    /** @param folder where {@code leaves.ndjson} and {@code hashes} are, or are to be */
    public LogLeaves(Path folder) {
        this.leaves = folder.resolve("leaves.ndjson");
        this.hashes = folder.resolve("hashes");
    }

    /** Number of leaves that are there. */
    public long size() throws IOException {
        if (!Files.exists(leaves)) {
            return 0;
        }
        try (BufferedReader in = Files.newBufferedReader(leaves)) {
            return in.lines().count();
        }
    }

    /** Appends leaves in their order. */
    public void append(List<String> more) throws IOException {
        StringBuilder lines = new StringBuilder();
        StringBuilder digests = new StringBuilder();
        for (String leaf : more) {
            lines.append(leaf).append('\n');
            digests.append(hex(leaf)).append('\n');
        }
        write(leaves, lines.toString());
        write(hashes, digests.toString());
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
    }

    /** Takes everything away, to begin anew. */
    public void clear() throws IOException {
        Files.deleteIfExists(leaves);
        Files.deleteIfExists(hashes);
    }

    /** Takes the event of each leaf, oldest first. */
    public interface Reader {
        void event(LogEvent event) throws IOException;
    }

    /** Reads the events. */
    public void read(Reader reader) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(leaves)) {
            for (String leaf = in.readLine(); leaf != null; leaf = in.readLine()) {
                reader.event(event(leaf));
            }
        }
    }

    /** The roots of the trees of the first leaves, by their numbers; one is missing where there are fewer leaves. */
    public Map<Long, byte[]> roots(List<Long> sizes) throws IOException {
        Map<Long, byte[]> roots = new HashMap<>();
        Roots tree = new Roots();
        if (sizes.contains(0L)) {
            roots.put(0L, tree.root());
        }
        try (BufferedReader in = Files.newBufferedReader(leaves)) {
            long size = 0;
            for (String leaf = in.readLine(); leaf != null; leaf = in.readLine()) {
                tree.add(MerkleTree.hashOfLeaf(leaf.getBytes(StandardCharsets.UTF_8)));
                if (sizes.contains(++size)) {
                    roots.put(size, tree.root());
                }
            }
        }
        return roots;
    }

    /** What differs from a checkpoint whose signature was checked, the first event that does; empty where nothing does. */
    public Optional<String> difference(Checkpoint checkpoint) throws IOException {
        List<String> all = Files.exists(leaves) ? Files.readAllLines(leaves) : List.of();
        for (int i = 0; i < Math.min(all.size(), checkpoint.size()); i++) {
            Optional<Long> seq = seq(all.get(i));
            if (seq.isEmpty()) {
                return Optional.of("event " + (i + 1) + " is not a leaf of a log");
            }
            if (seq.get() != i + 1) {
                return Optional.of(displaced(all, i));
            }
        }
        if (all.size() < checkpoint.size()) {
            return Optional.of("event " + (all.size() + 1) + " of " + checkpoint.size() + " is missing");
        }
        if (all.size() > checkpoint.size()) {
            return Optional.of("event " + (checkpoint.size() + 1) + " is not in the log of the checkpoint");
        }
        byte[] root = roots(List.of(checkpoint.size())).getOrDefault(checkpoint.size(), new byte[0]);
        return Arrays.equals(root, checkpoint.root()) ? Optional.empty() : Optional.of(changed(all, checkpoint));
    }

    private static String displaced(List<String> all, int place) {
        for (int i = place + 1; i < all.size(); i++) {
            if (seq(all.get(i)).filter(seq -> seq == place + 1).isPresent()) {
                return "event " + (place + 1) + " is out of order: it stands in place " + (i + 1);
            }
        }
        return "event " + (place + 1) + " is missing";
    }

    /** With hashes that the checkpoint confirms, the event that does not fit its own; otherwise it cannot be told. */
    private String changed(List<String> all, Checkpoint checkpoint) throws IOException {
        List<String> kept = Files.exists(hashes) ? Files.readAllLines(hashes) : List.of();
        Roots tree = new Roots();
        try {
            kept.forEach(hash -> tree.add(HexFormat.of().parseHex(hash)));
        } catch (IllegalArgumentException e) {
            return "the leaves do not give the root of the checkpoint";
        }
        if (kept.size() == all.size() && Arrays.equals(tree.root(), checkpoint.root())) {
            for (int i = 0; i < all.size(); i++) {
                if (!hex(all.get(i)).equals(kept.get(i))) {
                    return "event " + (i + 1) + " was changed";
                }
            }
        }
        return "the leaves do not give the root of the checkpoint";
    }

    private static String hex(String leaf) {
        return HexFormat.of().formatHex(MerkleTree.hashOfLeaf(leaf.getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<Long> seq(String leaf) {
        try {
            return Optional.of(
                    JsonMapper.shared().readTree(leaf).required("seq").asLong());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** @throws IllegalArgumentException where it is no leaf */
    private static LogEvent event(String leaf) {
        try {
            JsonNode json = JsonMapper.shared().readTree(leaf);
            return new LogEvent(
                    json.required("seq").asLong(),
                    Instant.parse(json.required("time").asString()),
                    LogEvent.Type.of(json.required("event").asString()),
                    new Uid(json.required("uid").asString()),
                    json.required("version").asInt(),
                    json.required("sha256").asString(),
                    json.required("sm3").asString());
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException("not a leaf of a log: " + leaf, e);
        }
    }

    /** The root of leaves as they come, with no more than a hash a level. */
    private static final class Roots {

        private record Subtree(int level, byte[] hash) {}

        private final Deque<Subtree> subtrees = new ArrayDeque<>();

        void add(byte[] leafHash) {
            Subtree right = new Subtree(0, leafHash);
            while (!subtrees.isEmpty() && subtrees.peek().level() == right.level()) {
                right = new Subtree(
                        right.level() + 1, MerkleTree.hashOfNode(subtrees.pop().hash(), right.hash()));
            }
            subtrees.push(right);
        }

        byte[] root() {
            List<Subtree> all = new ArrayList<>(subtrees);
            if (all.isEmpty()) {
                return new MerkleTree((level, place) -> new byte[0]).root(0);
            }
            byte[] hash = all.get(0).hash();
            for (Subtree left : all.subList(1, all.size())) {
                hash = MerkleTree.hashOfNode(left.hash(), hash);
            }
            return hash;
        }
    }
}
