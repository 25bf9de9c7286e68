package org.gongbao.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/** Reads the events of documents for {@link Snapshots}, with what the register keeps beside them. */
final class SnapshotSteps {

    private static final int PAGE = 200;

    private static final String STEPS = "select e.seq, e.at, e.event, e.uid, e.version, e.package_version, e.sha256,"
            + " e.withdraws_earlier, c.terms from log_event e"
            + " left join catalogue_entry c on c.uid = e.uid and c.version = e.version ";

    private final Database database;

    SnapshotSteps(Database database) {
        this.database = database;
    }

    /** An event of a document with what the register keeps beside it. */
    record Step(
            long seq,
            Instant at,
            LogEvent.Type event,
            Uid uid,
            int version,
            int packageVersion,
            String sha256,
            boolean withdrawsEarlier,
            Terms terms) {

        boolean leavesPublic() {
            return event.leavesPublic();
        }

        boolean isOpen() {
            return leavesPublic() && terms.isOpenData();
        }

        Step narrowedBy(Terms other) {
            return new Step(seq, at, event, uid, version, packageVersion, sha256, withdrawsEarlier, terms.and(other));
        }
    }

    /** The events of a document up to a position, in their order. */
    List<Step> of(Uid uid, long last) {
        return database.read()
                .sql(STEPS + "where e.uid = ? and e.seq <= ? order by e.seq")
                .params(uid.value(), last)
                .query(SnapshotSteps::step)
                .list();
    }

    /** The events of all documents that the log has up to one position, each up to a later one, by their identifiers. */
    Iterator<List<Step>> all(long position, long honoured) {
        return new Pages(position, honoured);
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        @Nullable String terms = row.getString("terms");
        return new Step(
                row.getLong("seq"),
                Instant.parse(row.getString("at")),
                LogEvent.Type.of(row.getString("event")),
                new Uid(row.getString("uid")),
                row.getInt("version"),
                row.getInt("package_version"),
                row.getString("sha256"),
                row.getInt("withdraws_earlier") == 1,
                // What the register does not know goes nowhere.
                terms == null ? Terms.PAGE : Terms.ofCode(terms));
    }

    /** Reads on by identifier, so that no transaction stays open while files are written. */
    private final class Pages implements Iterator<List<Step>> {
        private final Queue<List<Step>> documents = new ArrayDeque<>();
        private final long position;
        private final long honoured;
        private String last = "";

        Pages(long position, long honoured) {
            this.position = position;
            this.honoured = honoured;
        }

        @Override
        public boolean hasNext() {
            if (documents.isEmpty()) {
                read();
            }
            return !documents.isEmpty();
        }

        private void read() {
            List<String> page = database.read()
                    .sql("select distinct uid from log_event where uid > ? and seq <= ? order by uid limit ?")
                    .params(last, position, PAGE)
                    .query(String.class)
                    .list();
            if (page.isEmpty()) {
                return;
            }
            String end = page.get(page.size() - 1);
            List<Step> document = new ArrayList<>();
            for (Step step : database.read()
                    .sql(STEPS + "where e.uid > ? and e.uid <= ? and e.seq <= ? order by e.uid, e.seq")
                    .params(last, end, honoured)
                    .query(SnapshotSteps::step)
                    .list()) {
                if (!document.isEmpty() && !document.get(0).uid().equals(step.uid())) {
                    documents.add(document);
                    document = new ArrayList<>();
                }
                document.add(step);
            }
            documents.add(document);
            last = end;
        }

        @Override
        public List<Step> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return documents.remove();
        }
    }
}
