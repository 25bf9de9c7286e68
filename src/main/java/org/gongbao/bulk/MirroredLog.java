package org.gongbao.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongbao.publication.Checkpoint;
import org.gongbao.publication.LogLeaves;
import org.gongbao.publication.RemoteSite;
import org.gongbao.publication.TransparencyLog;

/**
 * The log of the instance whose data is mirrored (公开日志), with the checkpoint that was taken last. It takes only a log that
 * continues the one that is here, compared leaf by leaf with what the log's key signed.
 */
final class MirroredLog {

    /** Where it is in the folder of a mirror. */
    static final String FOLDER = "log";

    static final String CHECKPOINT = "checkpoint";

    private final RemoteSite leader;
    private final String verifier;
    private final Path kept;
    private final LogLeaves leaves;

    /** @param mirror the folder of the mirror */
    MirroredLog(RemoteSite leader, Path mirror, String verifier) {
        this.leader = leader;
        this.verifier = verifier;
        this.kept = mirror.resolve(FOLDER).resolve(CHECKPOINT);
        this.leaves = new LogLeaves(mirror.resolve(FOLDER));
    }

    /**
     * Takes the new events.
     *
     * @throws IllegalStateException where what came is not what was signed; the leaves are then taken anew the next time
     */
    Checkpoint catchUp() throws IOException, InterruptedException {
        Checkpoint checkpoint = verified(leader.checkpoint());
        clearWhatDoesNotFit(checkpoint);
        take(checkpoint);
        Optional<String> difference = leaves.difference(checkpoint);
        if (difference.isPresent()) {
            leaves.clear();
            throw new IllegalStateException("the log of " + checkpoint.size() + " events: " + difference.get());
        }
        requireContinued();
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, checkpoint.note());
        return checkpoint;
    }

    /** The root of the tree of the first events; empty where there are fewer. */
    byte[] root(long events) throws IOException {
        return leaves.roots(List.of(events)).getOrDefault(events, new byte[0]);
    }

    /** What a stop left half written is taken again, and compared with both checkpoints. */
    private void clearWhatDoesNotFit(Checkpoint checkpoint) throws IOException {
        if (!Files.exists(kept)) {
            leaves.clear();
            return;
        }
        Checkpoint before = verified(Files.readString(kept));
        if (before.size() > checkpoint.size()) {
            throw new IllegalStateException("the log of " + checkpoint.size() + " events is shorter than the "
                    + before.size() + " that were taken from it");
        }
        if (leaves.difference(before).isPresent()) {
            leaves.clear();
        }
    }

    private void take(Checkpoint checkpoint) throws IOException, InterruptedException {
        for (long size = leaves.size(); size < checkpoint.size(); size = leaves.size()) {
            long index = size / TransparencyLog.TILE;
            long start = index * TransparencyLog.TILE;
            int width = (int) Math.min(TransparencyLog.TILE, checkpoint.size() - start);
            leaves.append(leader.leaves(index, width).subList((int) (size - start), width));
        }
    }

    private void requireContinued() throws IOException {
        if (Files.exists(kept)) {
            Checkpoint before = verified(Files.readString(kept));
            if (!Arrays.equals(root(before.size()), before.root())) {
                throw new IllegalStateException(
                        "the log does not continue the one of " + before.size() + " events that was taken before");
            }
        }
    }

    private Checkpoint verified(String note) {
        try {
            return Checkpoint.verify(note, verifier);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
