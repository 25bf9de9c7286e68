package org.gongbao.extraction;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the host remembers of a file between its tries: finished pages, and pages that cost a worker the life. A page that
 * did so twice is given up; after some such pages all further ones are.
 */
final class KeptPages {

    private static final int STRIKES = 2;

    private final long mostBytes;
    private final int mostGivenUp;
    private final Map<Integer, byte[]> results = new TreeMap<>();
    private final Map<Integer, Integer> strikes = new HashMap<>();
    private final Set<Integer> givenUp = new TreeSet<>();
    private long bytes;
    private int begun;

    KeptPages(long mostBytes, int mostGivenUp) {
        this.mostBytes = mostBytes;
        this.mostGivenUp = mostGivenUp;
    }

    Map<Integer, byte[]> results() {
        return results;
    }

    Set<Integer> givenUp() {
        return givenUp;
    }

    boolean restGivenUp() {
        return givenUp.size() >= mostGivenUp;
    }

    void begin(int page) {
        begun = page;
    }

    void keep(int page, byte[] result) throws FrameStream.FloodException {
        byte[] before = results.put(page, result);
        bytes += result.length - (before == null ? 0 : before.length);
        begun = 0;
        if (bytes > mostBytes) {
            throw new FrameStream.FloodException(bytes + " bytes of pages");
        }
    }

    /** No page can be blamed for what happens from here on. */
    void noneBegun() {
        begun = 0;
    }

    /** Counts a failed try against the page that was begun; false when none was, so that no page can be blamed. */
    boolean blame() {
        if (begun == 0 || restGivenUp()) {
            return false;
        }
        if (strikes.merge(begun, 1, Integer::sum) >= STRIKES) {
            givenUp.add(begun);
        }
        return true;
    }
}
