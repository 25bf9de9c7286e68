package org.gongbao.web.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongbao.system.ClientNetwork;

/**
 * Bounds how many bags are put together at the same time: each holds a thread, open files and memory for as long as its reader
 * takes. Who reads slowly must not hold every place, so that a client has fewer of them than there are.
 */
final class BagPlaces {

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new HashMap<>();

    BagPlaces(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** A place that is held until it is closed. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** @param address of the client; empty where it has to come back later */
    synchronized Optional<Place> take(String address) {
        String client = ClientNetwork.of(address);
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (all >= most || taken.getOrDefault(client, 0) >= mostOfOne) {
            return Optional.empty();
        }
        taken.merge(client, 1, Integer::sum);
        return Optional.of(() -> leave(client));
    }

    private synchronized void leave(String client) {
        taken.computeIfPresent(client, (key, places) -> places > 1 ? places - 1 : null);
    }
}
