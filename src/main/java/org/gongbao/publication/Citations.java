package org.gongbao.publication;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.gongbao.record.Citation;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Proposal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The citations of public documents and the documents they mean, with the positions from which and until which they held.
 *
 * <p>Which document a citation means depends only on what is public, never on the order in which it became so; see
 * {@link CitedDocument}. What a draft or a public notice says of others is only a citation.
 */
final class Citations {

    private final JdbcClient sql;

    Citations(JdbcClient sql) {
        this.sql = sql;
    }

    /** A citation in force. */
    private record Cited(
            String citing,
            int version,
            int ordinal,
            @Nullable String numberKey,
            @Nullable String titleKey,
            @Nullable String issuer,
            @Nullable String issuedOn) {

        CitedDocument.Request request() {
            return new CitedDocument.Request(
                    numberKey, titleKey, issuer, issuedOn == null ? null : LocalDate.parse(issuedOn));
        }
    }

    /** Puts the citations and keys of a document's new version in force; the other documents whose view changes. */
    Set<String> replace(LogEvent event, DocumentRecord record) {
        Set<String> touched = close(event);
        Set<String> before = keys(event.uid());
        Set<String> after = RelationKeys.of(record);
        changeKeys(event, before, after);
        insert(event, record, touched);
        Set<String> affected = new HashSet<>(before);
        affected.addAll(after);
        if (!before.equals(after)) {
            resolveAgain(event, affected, touched);
        }
        if (isNamedAnew(event)) {
            touched.addAll(citing(event.uid()));
        }
        return touched;
    }

    /** Takes a document's citations and keys out of force. */
    Set<String> remove(LogEvent event) {
        Set<String> touched = close(event);
        Set<String> before = keys(event.uid());
        changeKeys(event, before, Set.of());
        resolveAgain(event, before, touched);
        return touched;
    }

    /** Deletes what a document's versions before one said of others, and what they were called. */
    void forget(String uid, int version) {
        for (String table : List.of("citation_link", "citation")) {
            sql.sql("delete from " + table + " where citing = ? and version < ?")
                    .params(uid, version)
                    .update();
        }
        sql.sql("delete from document_key where uid = ? and until is not null")
                .param(uid)
                .update();
    }

    private Set<String> close(LogEvent event) {
        String uid = event.uid().value();
        Set<String> touched =
                new TreeSet<>(sql.sql("select distinct cited from citation_link where citing = ? and until is null")
                        .param(uid)
                        .query(String.class)
                        .list());
        sql.sql("update citation_link set until = ? where citing = ? and until is null")
                .params(event.seq(), uid)
                .update();
        sql.sql("update citation set until = ? where citing = ? and until is null")
                .params(event.seq(), uid)
                .update();
        return touched;
    }

    private Set<String> keys(Uid uid) {
        return new HashSet<>(sql.sql("select name from document_key where uid = ? and until is null")
                .param(uid.value())
                .query(String.class)
                .list());
    }

    private void changeKeys(LogEvent event, Set<String> before, Set<String> after) {
        for (String key : before) {
            if (!after.contains(key)) {
                sql.sql("update document_key set until = ? where uid = ? and name = ? and until is null")
                        .params(event.seq(), event.uid().value(), key)
                        .update();
            }
        }
        for (String key : after) {
            if (!before.contains(key)) {
                sql.sql("insert into document_key (uid, name, since) values (?, ?, ?)")
                        .params(event.uid().value(), key, event.seq())
                        .update();
            }
        }
    }

    private void insert(LogEvent event, DocumentRecord record, Set<String> touched) {
        int ordinal = 0;
        boolean proposed = Proposal.is(record.title(), record.draft());
        for (Citation stated : record.citations()) {
            Citation citation = proposed ? Proposal.withoutEffect(stated) : stated;
            Cited cited = new Cited(
                    event.uid().value(),
                    event.version(),
                    ordinal++,
                    RelationKeys.ofNumber(citation.documentNumber()),
                    RelationKeys.ofTitle(citation.title()),
                    citation.issuer(),
                    citation.issuedOn() == null ? null : citation.issuedOn().toString());
            sql.sql(
                            "insert into citation (citing, version, ordinal, kind, title, document_number, quote, number_key,"
                                    + " title_key, issuer, issued_on, stub, since) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(cited.citing(), cited.version(), cited.ordinal(), citation.relation())
                    .param(citation.title())
                    .param(citation.documentNumber())
                    .param(citation.quote())
                    .param(cited.numberKey())
                    .param(cited.titleKey())
                    .param(cited.issuer())
                    .param(cited.issuedOn())
                    .param(RelationKeys.stub(cited.numberKey(), cited.titleKey(), cited.issuer(), citation.issuedOn()))
                    .param(event.seq())
                    .update();
            String meant = resolve(cited);
            if (meant != null) {
                link(cited, meant, event.seq());
                touched.add(meant);
            }
        }
    }

    private void link(Cited cited, String meant, long seq) {
        sql.sql("insert into citation_link (citing, version, ordinal, cited, since) values (?, ?, ?, ?, ?)")
                .params(cited.citing(), cited.version(), cited.ordinal(), meant, seq)
                .update();
    }

    /** Others' citations by any of these keys may mean another document now. */
    private void resolveAgain(LogEvent event, Set<String> keys, Set<String> touched) {
        Set<Cited> affected = new HashSet<>();
        for (String key : keys) {
            affected.addAll(sql.sql("select citing, version, ordinal, number_key, title_key, issuer, issued_on"
                            + " from citation"
                            + " where (number_key = ? or title_key = ?) and until is null and citing <> ?")
                    .params(key, key, event.uid().value())
                    .query(Cited.class)
                    .list());
        }
        for (Cited cited : affected) {
            String before = linked(cited);
            String after = resolve(cited);
            if (!Objects.equals(before, after)) {
                change(cited, before, after, event.seq());
                touched.add(cited.citing());
                touched.addAll(before == null ? Set.of() : Set.of(before));
                touched.addAll(after == null ? Set.of() : Set.of(after));
            }
        }
    }

    private void change(Cited cited, @Nullable String before, @Nullable String after, long seq) {
        if (before != null) {
            sql.sql("update citation_link set until = ?"
                            + " where citing = ? and version = ? and ordinal = ? and until is null")
                    .params(seq, cited.citing(), cited.version(), cited.ordinal())
                    .update();
        }
        if (after != null) {
            link(cited, after, seq);
        }
    }

    private @Nullable String linked(Cited cited) {
        return sql.sql("select cited from citation_link"
                        + " where citing = ? and version = ? and ordinal = ? and until is null")
                .params(cited.citing(), cited.version(), cited.ordinal())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private @Nullable String resolve(Cited cited) {
        return CitedDocument.of(
                cited.request(),
                candidates(cited.numberKey(), cited.citing()),
                candidates(cited.titleKey(), cited.citing()));
    }

    /** The public documents that bear a key, the first released first, each with all its keys. */
    private List<CitedDocument.Candidate> candidates(@Nullable String key, String citing) {
        if (key == null) {
            return List.of();
        }
        List<String> uids = sql.sql("select uid from document_key where name = ? and until is null and uid <> ?"
                        + " order by since, uid")
                .params(key, citing)
                .query(String.class)
                .list();
        return uids.stream()
                .map(uid -> new CitedDocument.Candidate(uid, keys(new Uid(uid))))
                .toList();
    }

    /** Whether those that cite the document show another title or number of it now. */
    private boolean isNamedAnew(LogEvent event) {
        return sql.sql("select count(*) from document_version a join document_version b on b.uid = a.uid"
                                + " where a.uid = ? and a.version = ? and b.version = ?"
                                + " and a.title is not distinct from b.title"
                                + " and a.document_number is not distinct from b.document_number")
                        .params(event.uid().value(), event.version(), event.version() - 1)
                        .query(Long.class)
                        .single()
                == 0;
    }

    private List<String> citing(Uid uid) {
        return sql.sql("select distinct citing from citation_link where cited = ? and until is null")
                .param(uid.value())
                .query(String.class)
                .list();
    }
}
