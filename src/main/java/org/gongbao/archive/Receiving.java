package org.gongbao.archive;

import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Takes files into the inbox and gives receipts for them (收件). Apart from {@link OcflArchive}, for every process may do it at
 * any time, many at once, while the rest of the archive belongs to the one that owns the data folder.
 */
final class Receiving {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Inbox inbox;
    private final Receipts receipts;
    private final GroupCommit<Arrival> commits;
    private final Clock clock;

    Receiving(Inbox inbox, Receipts receipts, Clock clock) {
        this.inbox = inbox;
        this.receipts = receipts;
        this.commits = new GroupCommit<>(arrivals -> {
            inbox.forceFolder();
            receipts.commit(arrivals);
        });
        this.clock = clock;
    }

    /** Takes a file in; what it returns is forced and has its receipt. */
    Arrival receive(InputStream bytes, String name, @Nullable String claimed) {
        String receipt = newReceipt();
        String cleanName = storable(name);
        try (Incoming incoming = inbox.take(bytes, cleanName, receipt)) {
            Arrival arrival = new Arrival(
                    receipt,
                    clock.instant(),
                    cleanName,
                    incoming.sha256(),
                    incoming.bytes(),
                    claimed == null ? null : storable(claimed));
            incoming.rename(arrival);
            commit(arrival, incoming);
            return arrival;
        }
    }

    private void commit(Arrival arrival, Incoming incoming) {
        try {
            commits.add(arrival);
            incoming.keep();
        } catch (RuntimeException e) {
            if (!receipts.isCertainlyAbsent(arrival.receipt())) {
                incoming.keep();
            }
            throw e instanceof StorageException
                    ? e
                    : new StorageException(
                            "the receipt of " + arrival.name() + " cannot be committed: " + e.getMessage(), e);
        }
    }

    private static String newReceipt() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return Digests.hex(bits);
    }

    /** No database and no file system takes a NUL. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
