package org.gongbao.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gongbao.access.Person;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.system.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds documents of other open submissions that are like one (查重). A person learns only of submissions that the person may see
 * anyway: a department never of another one's.
 */
public final class LikeDocuments {

    private final Database database;
    private final Submissions submissions;

    public LikeDocuments(Database database, Submissions submissions) {
        this.database = database;
        this.submissions = submissions;
    }

    /**
     * A document that is like another one.
     *
     * @param percent about how much of the text is the same, 0 where it is not alike
     */
    public record Like(Submission submission, Uid uid, boolean isSameTitle, int percent) {}

    /** Notes by what a document is found; what was noted of it before is replaced. */
    public void note(Uid uid, DocumentRecord record) {
        Set<String> digests = Likeness.digests(record);
        database.write(sql -> {
            forget(sql, uid);
            digests.forEach(name -> sql.sql("insert into document_likeness (uid, name) values (?, ?)")
                    .params(uid.value(), name)
                    .update());
            return uid;
        });
    }

    static int forget(JdbcClient sql, Uid uid) {
        return sql.sql("delete from document_likeness where uid = ?")
                .param(uid.value())
                .update();
    }

    /** The documents of other open submissions that a person may see, the most alike first. */
    public List<Like> of(Person person, Submission own, Uid uid, DocumentRecord record) {
        List<Like> found = new ArrayList<>();
        for (Count count : counts(uid, Likeness.digests(record))) {
            int percent = 100 * count.texts() / Likeness.DIGESTS;
            boolean isAlike = percent >= Likeness.ALIKE;
            if (count.titles() == 0 && !isAlike) {
                continue;
            }
            submissions
                    .of(new Uid(count.uid()))
                    .filter(other ->
                            !other.id().equals(own.id()) && !other.state().isDone())
                    .filter(other -> Procedure.maySee(person, other))
                    .ifPresent(other -> found.add(new Like(
                            other,
                            new Uid(Objects.requireNonNull(count.uid())),
                            count.titles() > 0,
                            isAlike ? percent : 0)));
        }
        return found;
    }

    private List<Count> counts(Uid uid, Set<String> digests) {
        if (digests.isEmpty()) {
            return List.of();
        }
        return database.read()
                .sql("select uid, sum(case when name like 't:%' then 1 else 0 end) as titles,"
                        + " sum(case when name like 't:%' then 0 else 1 end) as texts from document_likeness"
                        + " where name in (:names) and uid <> :uid group by uid order by texts desc, uid")
                .param("names", List.copyOf(digests))
                .param("uid", uid.value())
                .query(Count.class)
                .list();
    }

    /** How many digests of each sort a document shares. */
    private record Count(String uid, int titles, int texts) {}
}
