package org.gongbao.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.archive.StorageException;
import org.gongbao.record.AgencyReference;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Opening;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes what the legal directory says of each version (公开目录条目), in the transaction of its event, so that the directory of any
 * day can be given from the register alone.
 */
final class CatalogueEntries {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueEntries.class);

    /** Between several values of one column; no name holds it. */
    static final String SEPARATOR = "\n";

    private static final int AT_ONCE = 100;

    private final JdbcClient sql;

    CatalogueEntries(JdbcClient sql) {
        this.sql = sql;
    }

    /** A version is public from now on, and the one before it no more. */
    void release(LogEvent event, @Nullable DocumentRecord record, Terms terms) {
        end(event);
        put(event.uid(), event.version(), event.time(), null, record, terms);
    }

    /** The version that was public is so no more. */
    void end(LogEvent event) {
        sql.sql("update catalogue_entry set until = ? where uid = ? and until is null")
                .params(event.time().toString(), event.uid().value())
                .update();
    }

    /** Takes the content of versions before one. That they were public stays. */
    void hide(Uid uid, int before) {
        sql.sql("update catalogue_entry set is_hidden = 1, index_number = null, title = null, summary = null,"
                        + " generated_on = null, issuers = null, themes = null, document_number = null,"
                        + " document_kind = null, disclosure_mode = null where uid = ? and version < ?")
                .params(uid.value(), before)
                .update();
        sql.sql("delete from catalogue_key where uid = ? and version < ?")
                .params(uid.value(), before)
                .update();
    }

    /** The day of generation (生成日期) that it states, else the day it was issued on, on which it came to be. */
    private static @Nullable String generatedOn(DocumentRecord record) {
        LocalDate day = record.generatedOn() != null ? record.generatedOn() : record.issuedOn();
        return day == null ? null : day.toString();
    }

    /**
     * What it states of its content (内容概述), else how its text begins, where the whole text may travel. Of an issue of a gazette
     * nothing is excerpted: what stands in it can be withdrawn while the issue stays.
     */
    private static @Nullable String summary(DocumentRecord record, Terms terms) {
        if (record.summary() != null || terms != Terms.OPEN || !record.items().isEmpty()) {
            return record.summary();
        }
        return Opening.of(record).orElse(null);
    }

    private void put(
            Uid uid, int version, Instant since, @Nullable String until, @Nullable DocumentRecord record, Terms terms) {
        sql.sql("insert into catalogue_entry (uid, version, since, until, is_hidden, index_number, title, summary,"
                        + " generated_on, issuers, themes, document_number, document_kind, disclosure_mode, terms)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(uid.value(), version, since.toString())
                .param(until)
                .param(record == null ? 1 : 0)
                .param(record == null ? null : record.indexNumber())
                .param(record == null ? null : record.displayTitle())
                .param(record == null ? null : summary(record, terms))
                .param(record == null ? null : generatedOn(record))
                .param(record == null ? null : String.join(SEPARATOR, record.issuers()))
                .param(record == null ? null : String.join(SEPARATOR, record.themes()))
                .param(record == null ? null : record.documentNumber())
                .param(record == null ? null : record.documentKind())
                .param(record == null ? null : record.disclosure().mode())
                .param(terms.code())
                .update();
        if (record != null) {
            keys(record)
                    .forEach(key -> sql.sql("insert into catalogue_key (uid, version, kind, name, label) values"
                                    + " (?, ?, ?, ?, ?) on conflict do nothing")
                            .params(uid.value(), version, key.kind(), key.name(), key.label())
                            .update());
        }
    }

    /** What a version can be filtered by. */
    private record Key(String kind, String name, String label) {}

    /** An issuer has its identifier and every name that it is known by here; all of them lead to it. */
    private static List<Key> keys(DocumentRecord record) {
        Map<String, AgencyReference> agencies = new LinkedHashMap<>();
        record.agencies().forEach(agency -> agencies.putIfAbsent(agency.name(), agency));
        List<Key> keys = new ArrayList<>();
        for (String issuer : record.issuers()) {
            AgencyReference agency = agencies.getOrDefault(issuer, AgencyReference.unresolved(issuer));
            String label = agency.fullName() == null ? issuer : agency.fullName();
            keys.add(new Key(Catalogue.NAME, issuer, label));
            keys.add(new Key(Catalogue.NAME, label, label));
            keys.add(new Key(Catalogue.AGENCY, agency.id() == null ? issuer : agency.id(), label));
        }
        record.themes().forEach(theme -> keys.add(new Key(Catalogue.THEME, theme, theme)));
        return keys;
    }

    /** A version that the directory does not have yet. */
    private record Missing(
            Uid uid,
            int version,
            int packageVersion,
            String sha256,
            Instant since,
            @Nullable String until) {}

    /** Fills in the versions that were published before there was a directory; how many. */
    static int fillMissing(Database database, PackageStore packages) {
        int filled = 0;
        List<Missing> some = missing(database);
        for (; !some.isEmpty(); some = missing(database)) {
            List<Missing> now = some;
            filled += database.write(sql -> {
                now.forEach(each -> fill(sql, each, packages));
                return now.size();
            });
        }
        if (filled > 0) {
            LOG.info("The directory was told of {} versions that it did not have", filled);
        }
        return filled;
    }

    private static void fill(JdbcClient sql, Missing missing, PackageStore packages) {
        @Nullable DocumentRecord record = null;
        Terms terms = Terms.PAGE;
        int first = LogStore.firstReadable(new LogStore(sql).of(missing.uid()));
        if (missing.version() >= first) {
            try {
                PublicPackage content = packages.load(missing.uid(), missing.packageVersion(), missing.sha256());
                record = content.record();
                terms = content.terms();
            } catch (StorageException e) {
                LOG.warn(
                        "The directory says nothing of version {} of {}: {}",
                        missing.version(),
                        missing.uid(),
                        e.getMessage());
            }
        }
        new CatalogueEntries(sql)
                .put(missing.uid(), missing.version(), missing.since(), missing.until(), record, terms);
    }

    private static List<Missing> missing(Database database) {
        return database.read()
                .sql("select v.uid, v.version, v.package_version, v.at, e.sha256,"
                        + " (select min(x.seq) from log_event x where x.uid = v.uid and x.seq > v.seq) as following"
                        + " from document_version v join log_event e on e.seq = v.seq where not exists"
                        + " (select 1 from catalogue_entry c where c.uid = v.uid and c.version = v.version)"
                        + " order by v.seq limit ?")
                .param(AT_ONCE)
                .query((row, number) -> {
                    long following = row.getLong("following");
                    return new Missing(
                            new Uid(row.getString("uid")),
                            row.getInt("version"),
                            row.getInt("package_version"),
                            row.getString("sha256"),
                            Instant.parse(row.getString("at")),
                            following == 0 ? null : moment(database, following));
                })
                .list();
    }

    private static String moment(Database database, long seq) {
        return database.read()
                .sql("select at from log_event where seq = ?")
                .param(seq)
                .query(String.class)
                .single();
    }
}
