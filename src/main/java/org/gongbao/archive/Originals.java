package org.gongbao.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Originals in OCFL: one object each, named by its SHA-256, with a note for every arrival. A further arrival of the same
 * bytes is a version with one note more.
 */
final class Originals {

    private static final String ORIGINAL = "original";

    private final Inbox inbox;
    private final OcflRoot received;
    private final Path work;

    Originals(Inbox inbox, OcflRoot received, Path work) {
        this.inbox = inbox;
        this.received = received;
        this.work = work;
    }

    /** Where the bytes are now: in the inbox, as one of the arrivals, or in OCFL. */
    Optional<Path> original(String sha256, List<Arrival> arrivals) {
        for (Arrival arrival : arrivals) {
            Path waiting = inbox.file(arrival);
            if (Files.isRegularFile(waiting)) {
                return Optional.of(waiting);
            }
        }
        Path settled = received.folder(sha256).path().resolve("v1/content").resolve(ORIGINAL);
        return Files.isRegularFile(settled) ? Optional.of(settled) : Optional.empty();
    }

    /** Puts an arrival into its object, forces it, and hashes the bytes again; the inbox stays as it is. */
    void moveIntoOcfl(Arrival arrival) throws IOException {
        String id = arrival.sha256();
        int head = received.latest(id);
        Map<String, Path> files = new LinkedHashMap<>(received.files(id, head));
        if (!files.containsKey(ArrivalNote.name(arrival.receipt()))) {
            files.putIfAbsent(ORIGINAL, inbox.file(arrival));
            Path note = Files.createTempFile(work, "arrival", ".json");
            try {
                Files.write(note, ArrivalNote.write(arrival));
                files.put(ArrivalNote.name(arrival.receipt()), note);
                received.write(id, head + 1, files);
            } finally {
                Files.deleteIfExists(note);
            }
        } else {
            received.force(id, head);
        }
        checkAgain(arrival, head == 0);
    }

    private void checkAgain(Arrival arrival, boolean isNew) throws IOException {
        Path stored = received.files(arrival.sha256(), 1).get(ORIGINAL);
        if (stored == null || !Digests.sha256(stored).equals(arrival.sha256())) {
            if (isNew) {
                received.putAside(arrival.sha256());
            }
            throw new IOException("its bytes in OCFL differ from SHA-256 " + arrival.sha256());
        }
    }
}
