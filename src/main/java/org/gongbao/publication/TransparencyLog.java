package org.gongbao.publication;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gongbao.system.Database;

/**
 * The publication log (公开日志) as readers and mirrors see it: checkpoint, tiles, entries and proofs, as C2SP tlog-tiles lays
 * them down.
 */
public final class TransparencyLog {

    /** Hashes of a full tile, and entries of a full bundle. */
    public static final int TILE = 256;

    private static final int HIGHEST_LEVEL = 7;
    private static final long HIGHEST_INDEX = 1L << 48;

    private final Database database;
    private final LogSigner signer;

    TransparencyLog(Database database, LogSigner signer) {
        this.database = database;
        this.signer = signer;
    }

    public String origin() {
        return signer.origin();
    }

    /** Whether the store was filled with the samples of an invented city; every page says so. */
    public boolean isOfSamples() {
        return signer.origin().contains(LogOrigin.SAMPLES);
    }

    /**
     * Signs a text that is no checkpoint and ends in a line break.
     *
     * @return the line of the signature, as a C2SP signed note has it; empty in a mirror, which has no key
     */
    public Optional<String> sign(String text) {
        return signer.isMirror() ? Optional.empty() : Optional.of(signer.signText(text));
    }

    /** The root of the tree of the first events. */
    public byte[] root(long events) {
        return store().tree().root(events);
    }

    /** The time of the event at a position; 1970 where there is none. */
    public Instant time(long position) {
        return eventsAfter(Math.max(0, position - 1), 1).stream()
                .findFirst()
                .map(LogEvent::time)
                .orElse(Instant.EPOCH);
    }

    /** The key that verifies checkpoints, as {@code name+hash+base64}. */
    public String verifier() {
        return signer.verifier();
    }

    public long size() {
        return store().size();
    }

    /** The signed checkpoint of the log as it is now. */
    public Checkpoint checkpoint() {
        return signer.sign(store());
    }

    /**
     * A tile of hashes.
     *
     * @param level of tiles: 0 holds the leaves' hashes, 1 those of 256 leaves each
     * @param width hashes in it, 256 for a full tile
     * @return 32 bytes a hash; empty when the log does not reach so far
     */
    public Optional<byte[]> tile(int level, long index, int width) {
        if (level < 0 || level > HIGHEST_LEVEL || !isPossible(index, width)) {
            return Optional.empty();
        }
        List<String> hashes = store().hashes(level * 8, index * TILE, width);
        return hashes.size() < width
                ? Optional.empty()
                : Optional.of(HexFormat.of().parseHex(String.join("", hashes)));
    }

    /** A bundle of entries: each leaf's bytes behind their number as two bytes, the higher one first. */
    public Optional<byte[]> entries(long index, int width) {
        if (!isPossible(index, width)) {
            return Optional.empty();
        }
        List<LogStore.Entry> entries = store().after(index * TILE, width);
        if (entries.size() < width) {
            return Optional.empty();
        }
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (LogStore.Entry entry : entries) {
            byte[] leaf = entry.leaf().getBytes(StandardCharsets.UTF_8);
            bundle.write(leaf.length >> 8);
            bundle.write(leaf.length);
            bundle.writeBytes(leaf);
        }
        return Optional.of(bundle.toByteArray());
    }

    private static boolean isPossible(long index, int width) {
        return index >= 0 && index < HIGHEST_INDEX && width >= 1 && width <= TILE;
    }

    /** Shows that the event at a position is in the log. */
    public Optional<LogProof> inclusionProof(long seq) {
        LogStore store = store();
        Checkpoint checkpoint = checkpoint();
        if (seq < 1 || seq > checkpoint.size()) {
            return Optional.empty();
        }
        return store.after(seq - 1, 1).stream()
                .findFirst()
                .map(entry -> new LogProof(
                        entry.event(),
                        seq - 1,
                        entry.leaf(),
                        store.tree().inclusion(seq - 1, checkpoint.size()),
                        checkpoint));
    }

    /** Shows that a document's latest event is in the log. */
    public Optional<LogProof> inclusionProof(Uid uid) {
        return store().latestOf(uid)
                .flatMap(entry -> inclusionProof(entry.event().seq()));
    }

    /** The hashes that show the log of {@code first} events to be the beginning of the log of {@code second} events. */
    public List<byte[]> consistencyProof(long first, long second) {
        LogStore store = store();
        if (first < 1 || first > second || second > store.size()) {
            throw new IllegalArgumentException(
                    "no proof from " + first + " to " + second + " events in a log of " + store.size());
        }
        return store.tree().consistency(first, second);
    }

    /** Everything that happened to a document, oldest first. */
    public List<LogEvent> events(Uid uid) {
        return store().of(uid).stream().map(LogStore.Entry::event).toList();
    }

    /** The public reason beside an event. */
    Optional<String> reason(long seq) {
        return store().after(seq - 1, 1).stream().findFirst().map(LogStore.Entry::reason);
    }

    /** Events after a position, oldest first, at most {@code count}. */
    public List<LogEvent> eventsAfter(long position, int count) {
        return store().after(position, count).stream()
                .map(LogStore.Entry::event)
                .toList();
    }

    private LogStore store() {
        return new LogStore(database.read());
    }
}
