package org.gongbao.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares receipts with the files that they promise: in the inbox until settled, in OCFL from then on. */
final class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    /** A whole file of the inbox: {@code SHA256-RECEIPT}. */
    private static final Pattern WHOLE = Pattern.compile("([0-9a-f]{64})-([0-9a-f]{32})");

    private final Inbox inbox;
    private final Receipts receipts;
    private final OcflRoot received;

    Arrivals(Inbox inbox, Receipts receipts, OcflRoot received) {
        this.inbox = inbox;
        this.receipts = receipts;
        this.received = received;
    }

    /**
     * Clears what processes that ended left in the inbox. A file that was never whole was never acknowledged and is
     * deleted. A whole file without a receipt was not acknowledged either, unless the database was lost: it is moved to
     * a folder of its own and kept.
     */
    void clearAfterKill(Path orphaned) throws IOException {
        for (Path part : inbox.parts()) {
            if (!Inbox.isBeingWritten(part)) {
                LOG.info("{} was not whole when its process ended; nobody was told that it arrived", part);
                Files.deleteIfExists(part);
            }
        }
        for (Path file : inbox.files()) {
            String receipt = receipt(file);
            if (receipts.isCertainlyAbsent(receipt) && !Inbox.isBeingWritten(file)) {
                LOG.warn("{} has no receipt and is kept in {}", file.getFileName(), orphaned);
                Files.createDirectories(orphaned);
                Files.move(file, orphaned.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static String receipt(Path file) {
        Matcher form = WHOLE.matcher(file.getFileName().toString());
        return form.matches() ? form.group(2) : "";
    }

    /** Files of the inbox that differ from their name, and receipts whose bytes are nowhere. */
    List<String> differences() throws IOException {
        List<String> differences = new ArrayList<>();
        for (Path file : inbox.files()) {
            Matcher form = WHOLE.matcher(file.getFileName().toString());
            if (!form.matches()) {
                differences.add("inbox/" + file.getFileName() + ": unknown file");
            } else if (!Digests.sha256(file).equals(form.group(1))) {
                differences.add("inbox/" + file.getFileName() + ": differs from its digest");
            }
        }
        receipts.all()
                .filter(arrival -> !Files.isRegularFile(inbox.file(arrival)) && !isInOcfl(arrival))
                .forEach(arrival -> differences.add(
                        "receipt " + arrival.receipt() + ": the bytes of " + arrival.name() + " are missing"));
        return differences;
    }

    private boolean isInOcfl(Arrival arrival) {
        return received.folder(arrival.sha256()).exists();
    }

    /** Every arrival that is noted in OCFL, oldest first; what is damaged is said and passed over, {@code verify} names it. */
    List<Arrival> notes() throws IOException {
        List<Arrival> notes = new ArrayList<>();
        for (String id : received.ids("")) {
            try {
                notes.addAll(notes(id));
            } catch (IOException e) {
                LOG.warn("Arrivals of the original {} cannot be read from the archive: {}", id, e.getMessage());
            }
        }
        notes.sort(Comparator.comparing(Arrival::at).thenComparing(Arrival::receipt));
        return notes;
    }

    private List<Arrival> notes(String id) throws IOException {
        List<Arrival> notes = new ArrayList<>();
        for (Map.Entry<String, Path> file :
                received.files(id, received.latest(id)).entrySet()) {
            if (file.getKey().startsWith(ArrivalNote.FOLDER)) {
                notes.add(ArrivalNote.read(file.getValue()));
            }
        }
        return notes;
    }
}
