package org.gongbao.publication;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The hashes and proofs of a Merkle tree as RFC 6962, section 2.1, defines them, over the stored hashes of its complete
 * subtrees. Every question costs O(log n) hashes.
 */
final class MerkleTree {

    /** Hashes of complete subtrees. */
    interface Nodes {
        /** The hash of leaves {@code [place << level, (place + 1) << level)}. */
        byte[] hash(int level, long place);
    }

    private final Nodes nodes;

    MerkleTree(Nodes nodes) {
        this.nodes = nodes;
    }

    static byte[] hashOfLeaf(byte[] leaf) {
        MessageDigest digest = Digests.sha256();
        digest.update((byte) 0);
        return digest.digest(leaf);
    }

    static byte[] hashOfNode(byte[] left, byte[] right) {
        MessageDigest digest = Digests.sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /** The tree hash of the first {@code size} leaves; that of no leaves is the hash of nothing. */
    byte[] root(long size) {
        return size == 0 ? Digests.sha256().digest() : range(0, size);
    }

    /** PATH(m, D[n]): the hashes that lead from leaf {@code index} to the root of {@code size} leaves. */
    List<byte[]> inclusion(long index, long size) {
        require(0 <= index && index < size, "leaf " + index + " is not in a tree of " + size);
        List<byte[]> path = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long middle = start + split(end - start);
            if (index < middle) {
                path.add(0, range(middle, end));
                end = middle;
            } else {
                path.add(0, range(start, middle));
                start = middle;
            }
        }
        return path;
    }

    /** PROOF(m, D[n]): the hashes that show the tree of {@code first} leaves to be the beginning of the later one. */
    List<byte[]> consistency(long first, long second) {
        require(0 < first && first <= second, "no proof from " + first + " to " + second + " leaves");
        List<byte[]> proof = new ArrayList<>();
        long start = 0;
        long end = second;
        boolean whole = true;
        while (first != end) {
            long middle = start + split(end - start);
            if (first <= middle) {
                proof.add(0, range(middle, end));
                end = middle;
            } else {
                proof.add(0, range(start, middle));
                start = middle;
                whole = false;
            }
        }
        if (!whole) {
            proof.add(0, range(start, end));
        }
        return proof;
    }

    /** MTH(D[start:end]), where start is a multiple of the largest power of two that is not above the length. */
    private byte[] range(long start, long end) {
        long length = end - start;
        if (Long.bitCount(length) == 1) {
            int level = Long.numberOfTrailingZeros(length);
            return nodes.hash(level, start >> level);
        }
        long middle = start + split(length);
        return hashOfNode(range(start, middle), range(middle, end));
    }

    /** The largest power of two smaller than {@code length}. */
    private static long split(long length) {
        return Long.highestOneBit(length - 1);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
