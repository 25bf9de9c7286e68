package org.gongbao.ingest;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongbao.access.AuditTrail;
import org.gongbao.archive.Archive;
import org.gongbao.archive.Arrival;
import org.gongbao.archive.Quarantine;
import org.gongbao.system.Database;

/**
 * What two people may do with the quarantine (双人处置): look at its list, release a file with the basis on which it is secret
 * no longer, or destroy it. Each is noted before it is done.
 */
public final class QuarantineDesk {

    private final Quarantine quarantine;
    private final Archive archive;
    private final Ingest ingest;
    private final Database database;
    private final Optional<AuditTrail> audit;

    QuarantineDesk(
            Quarantine quarantine, Archive archive, Ingest ingest, Database database, Optional<AuditTrail> audit) {
        this.quarantine = quarantine;
        this.archive = archive;
        this.ingest = ingest;
        this.database = database;
        this.audit = audit;
    }

    /** Two different people. */
    public record TwoPeople(String first, String second) {

        public TwoPeople {
            if (key(first).isEmpty() || key(second).isEmpty() || key(first).equals(key(second))) {
                throw new IllegalArgumentException(
                        "the quarantine needs two different people; one name came twice, or none");
            }
        }

        /** @throws IllegalArgumentException where they are not two */
        public static TwoPeople of(List<String> names) {
            if (names.size() != 2) {
                throw new IllegalArgumentException(
                        names.size() + " names came; the quarantine needs two: --by NAME --by NAME");
            }
            return new TwoPeople(names.get(0), names.get(1));
        }

        private static String key(String name) {
            return Normalizer.normalize(name, Normalizer.Form.NFKC)
                    .replaceAll("[\\s\\p{Z}]", "")
                    .toLowerCase(Locale.ROOT);
        }

        List<String> names() {
            return List.of(first.strip(), second.strip());
        }
    }

    public List<Quarantine.Held> list(TwoPeople by) {
        quarantine.noteListing(by.names());
        audit("quarantine.list", "quarantine", by, Map.of());
        return quarantine.list();
    }

    /**
     * Lets a file go the way of every other; it is read and waits for review.
     *
     * @param basis why it is secret no longer, such as the notice that says so
     * @throws IllegalArgumentException where nothing is held under the receipt, or no basis is given
     */
    public Batch release(String receipt, TwoPeople by, String basis) {
        if (basis.isBlank()) {
            throw new IllegalArgumentException("no basis came; expected what says that the file is secret no longer");
        }
        Arrival again = quarantine.release(receipt, basis.strip(), by.names(), archive);
        audit("quarantine.release", receipt, by, Map.of("releasedAs", again.receipt()));
        Batch batch = ingest.read(again);
        quarantine.removeReleased(receipt);
        return batch;
    }

    /**
     * Overwrites and deletes a file.
     *
     * @throws IllegalArgumentException where nothing is held under the receipt
     */
    public void destroy(String receipt, TwoPeople by) {
        quarantine.destroy(receipt, by.names());
        audit("quarantine.destroy", receipt, by, Map.of());
    }

    private void audit(String action, String object, TwoPeople by, Map<String, String> details) {
        Map<String, String> all = new java.util.TreeMap<>(details);
        all.put("with", by.names().get(1));
        audit.ifPresent(trail -> database.write(client -> {
            trail.append(client, by.names().get(0), action, object, all);
            return object;
        }));
    }
}
