package org.gongbao.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final Path orphaned;

    /** @param orphaned where files of the inbox go that are not what their name says */
    Arrivals(Inbox inbox, Receipts receipts, OcflRoot received, Path orphaned) {
        this.inbox = inbox;
        this.receipts = receipts;
        this.received = received;
        this.orphaned = orphaned;
    }

    /**
     * Puts right what processes that ended left in the inbox. A file that was never whole was never acknowledged and is
     * deleted. A whole file without a receipt may have been acknowledged before the database was lost: it becomes an
     * arrival (again). Only what is not what its name says is moved to a folder of its own, and kept.
     */
    void clearAfterKill() throws IOException {
        for (Path part : inbox.parts()) {
            if (!Inbox.isBeingWritten(part)) {
                LOG.info("{} was not whole when its process ended; nobody was told that it arrived", part);
                Files.deleteIfExists(part);
            }
        }
        List<Arrival> unknown = new ArrayList<>();
        for (Path file : inbox.files()) {
            Matcher form = WHOLE.matcher(file.getFileName().toString());
            boolean isNamed = form.matches();
            // The lock is asked for first: who held it has committed the receipt before letting go.
            if (Inbox.isBeingWritten(file) || isNamed && !receipts.isCertainlyAbsent(form.group(2))) {
                continue;
            }
            if (isNamed && Digests.sha256(file).equals(form.group(1))) {
                unknown.add(arrival(file, form.group(1), form.group(2)));
            } else {
                putAside(file);
            }
        }
        receipts.restore(unknown, false);
        for (Path note : inbox.loneNotes()) {
            Files.deleteIfExists(note);
        }
    }

    private void putAside(Path file) throws IOException {
        LOG.warn("{} is not what its name says and is kept in {}", file.getFileName(), orphaned);
        Files.createDirectories(orphaned);
        Files.move(file, orphaned.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        Path note = Inbox.note(file);
        if (Files.exists(note)) {
            Files.move(note, orphaned.resolve(note.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** By its note; without one the bytes alone are known. */
    private static Arrival arrival(Path file, String sha256, String receipt) throws IOException {
        try {
            Arrival noted = ArrivalNote.read(Inbox.note(file));
            if (noted.receipt().equals(receipt) && noted.sha256().equals(sha256)) {
                LOG.warn("{} has no receipt in the database: taken in again as {}", file.getFileName(), noted.name());
                return noted;
            }
        } catch (IOException e) {
            LOG.debug("No note of {}", file, e);
        }
        LOG.warn("{} has neither receipt nor note: taken in under that name", file.getFileName());
        return new Arrival(
                receipt,
                Files.getLastModifiedTime(file).toInstant(),
                file.getFileName().toString(),
                sha256,
                Files.size(file),
                null);
    }

    /** Files of the inbox that differ from their name or were put aside, and receipts whose bytes are nowhere. */
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
        if (Files.isDirectory(orphaned)) {
            for (Path file : Folders.children(orphaned)) {
                differences.add("inbox/" + orphaned.getFileName() + "/" + file.getFileName()
                        + ": was put aside, for it is not what its name says");
            }
        }
        for (Arrival arrival : receipts.unsettled()) {
            Path note = Inbox.note(inbox.file(arrival));
            if (Files.exists(note) && !Arrays.equals(Files.readAllBytes(note), ArrivalNote.write(arrival))) {
                differences.add("inbox/" + note.getFileName() + ": differs from its receipt");
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
