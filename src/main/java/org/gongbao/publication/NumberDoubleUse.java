package org.gongbao.publication;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongbao.record.DocumentRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks whether a document's number (文号) is already that of another public document of the same kind and issuer under
 * another title. A number is used once in a year by whoever issues under it, so that one of the two is misread or misprinted.
 *
 * <p>No double use are: the same document again, from another file or within an issue of a gazette; what bears the number
 * of the notice that issues it, such as measures and their interpretation, for it is of another kind; drafts.
 */
final class NumberDoubleUse {

    /** The name under which it is listed among the gates. */
    static final String NAME = "document-number";

    private final JdbcClient sql;

    NumberDoubleUse(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Obstacle> obstacle(Uid uid, DocumentRecord record) {
        String number = RelationKeys.ofNumber(record.documentNumber());
        if (number == null || !number.contains("|") || record.draft() || isOfIssue(record)) {
            return Optional.empty();
        }
        List<String> bearers = sql.sql(
                        "select uid from document_key where name = ? and until is null order by since, uid")
                .param(number)
                .query(String.class)
                .list();
        if (bearers.contains(uid.value())) {
            return Optional.empty();
        }
        Set<String> own = RelationKeys.of(record);
        return bearers.stream()
                .filter(other -> isAnother(own, keys(other)) && isWholeFileOfKind(other, record.documentKind()))
                .findFirst()
                .map(other -> new Obstacle(
                        NAME,
                        "the document number " + record.documentNumber() + " is already that of /id/doc/" + other
                                + ", a document with another title"));
    }

    private static boolean isOfIssue(DocumentRecord record) {
        return record.gazette() != null || !record.items().isEmpty();
    }

    private Set<String> keys(String uid) {
        return new HashSet<>(sql.sql("select name from document_key where uid = ? and until is null")
                .param(uid)
                .query(String.class)
                .list());
    }

    private static boolean isAnother(Set<String> own, Set<String> other) {
        return share(own, other, "i:") && hasTitle(own) && hasTitle(other) && !share(own, other, "t:");
    }

    private static boolean hasTitle(Set<String> keys) {
        return keys.stream().anyMatch(key -> key.startsWith("t:"));
    }

    private static boolean share(Set<String> own, Set<String> other, String what) {
        return own.stream().anyMatch(key -> key.startsWith(what) && other.contains(key));
    }

    private boolean isWholeFileOfKind(String uid, @org.jspecify.annotations.Nullable String kind) {
        return kind != null
                && sql.sql("select count(*) from document d join document_version v on v.uid = d.uid"
                                        + " and v.version = d.version where d.uid = ? and v.gazette_series is null"
                                        + " and v.gazette_whole = 0 and v.document_kind = ?")
                                .params(uid, kind)
                                .query(Long.class)
                                .single()
                        == 1;
    }
}
