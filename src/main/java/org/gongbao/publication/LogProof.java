package org.gongbao.publication;

import java.util.List;

/**
 * Shows that an event is in the log: its leaf, its place and the hashes up to the root of the checkpoint.
 *
 * @param index the leaf's place from 0, which is its position less one
 * @param leaf the leaf's exact text
 * @param path sibling hashes from the leaf upwards
 */
public record LogProof(LogEvent event, long index, String leaf, List<byte[]> path, Checkpoint checkpoint) {

    public LogProof {
        path = List.copyOf(path);
    }

    /** Whether the proof leads to its checkpoint's root. */
    public boolean holds() {
        byte[] bytes = leaf.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return LogVerifier.includes(checkpoint.root(), checkpoint.size(), index, bytes, path);
    }
}
