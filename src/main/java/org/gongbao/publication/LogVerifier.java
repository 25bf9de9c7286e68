package org.gongbao.publication;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Checks what a log says of itself, with nothing but the answers at hand (RFC 9162, sections 2.1.3.2 and 2.1.4.2).
 *
 * <p>A reader who keeps an old checkpoint can tell with it that a document was in the log and that the log only grew.
 */
public final class LogVerifier {

    private LogVerifier() {}

    /** Whether a leaf is at a place of the tree with this root. */
    public static boolean includes(byte[] root, long size, long index, byte[] leaf, List<byte[]> path) {
        if (index < 0 || index >= size) {
            return false;
        }
        long place = index;
        long last = size - 1;
        byte[] hash = MerkleTree.hashOfLeaf(leaf);
        for (byte[] step : path) {
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                hash = MerkleTree.hashOfNode(step, hash);
                int zeros = (place & 1) == 1 ? 0 : Long.numberOfTrailingZeros(place);
                place >>= zeros;
                last >>= zeros;
            } else {
                hash = MerkleTree.hashOfNode(hash, step);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /** The root over leaves, in their order, as whoever has a whole log computes it. */
    public static byte[] root(Iterator<byte[]> leaves) {
        Deque<byte[]> whole = new ArrayDeque<>();
        for (long count = 1; leaves.hasNext(); count++) {
            byte[] hash = MerkleTree.hashOfLeaf(leaves.next());
            for (int level = 0; level < Long.numberOfTrailingZeros(count); level++) {
                hash = MerkleTree.hashOfNode(whole.pop(), hash);
            }
            whole.push(hash);
        }
        return whole.stream()
                .reduce((right, left) -> MerkleTree.hashOfNode(left, right))
                .orElseGet(() -> Digests.sha256().digest());
    }

    /** Whether the tree of the first root is the beginning of the tree of the second root. */
    public static boolean continues(byte[] firstRoot, long first, byte[] secondRoot, long second, List<byte[]> proof) {
        if (first <= 0 || first > second) {
            return first == 0 && proof.isEmpty();
        }
        if (first == second) {
            return proof.isEmpty() && MessageDigest.isEqual(firstRoot, secondRoot);
        }
        Iterator<byte[]> steps = proof.iterator();
        if (Long.bitCount(first) != 1 && !steps.hasNext()) {
            return false;
        }
        byte[] start = Long.bitCount(first) == 1 ? firstRoot : steps.next();
        return climb(firstRoot, first - 1, secondRoot, second - 1, start, steps);
    }

    private static boolean climb(
            byte[] firstRoot, long first, byte[] secondRoot, long second, byte[] start, Iterator<byte[]> steps) {
        int ones = Long.numberOfTrailingZeros(~first);
        long place = first >> ones;
        long last = second >> ones;
        byte[] older = start;
        byte[] newer = start;
        while (steps.hasNext()) {
            byte[] step = steps.next();
            if (last == 0) {
                return false;
            }
            if ((place & 1) == 1 || place == last) {
                older = MerkleTree.hashOfNode(step, older);
                newer = MerkleTree.hashOfNode(step, newer);
                int zeros = (place & 1) == 1 ? 0 : Long.numberOfTrailingZeros(place);
                place >>= zeros;
                last >>= zeros;
            } else {
                newer = MerkleTree.hashOfNode(newer, step);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(older, firstRoot) && MessageDigest.isEqual(newer, secondRoot);
    }
}
