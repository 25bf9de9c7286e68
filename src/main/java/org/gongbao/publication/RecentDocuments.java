package org.gongbao.publication;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/** Public documents that no issue brought, the latest first, from the register alone (近期发布的文件). */
public final class RecentDocuments {

    private static final String FIND = """
            select d.uid, d.version, v.title, v.document_number, v.document_kind, d.released_at
            from document d join document_version v on v.uid = d.uid and v.version = d.version
            where d.state = 'public' and v.gazette_series is null and v.gazette_whole = 0 and d.released_at >= ?
                  and (lower(coalesce(v.title, '')) like ? escape '!'
                       or lower(coalesce(v.document_number, '')) like ? escape '!')
            order by d.released_at desc, d.uid
            limit ?
            """;

    private final Database database;

    RecentDocuments(Database database) {
        this.database = database;
    }

    /** A public document. */
    public record Row(
            Uid uid,
            int version,
            @Nullable String title,
            @Nullable String documentNumber,
            @Nullable String documentKind,
            Instant releasedAt) {}

    /**
     * Finds documents.
     *
     * @param since when they were released first, at the earliest
     * @param words part of title or number; empty for all
     */
    public List<Row> find(Instant since, String words, int most) {
        String like = "%" + words.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        return database.read()
                .sql(FIND)
                .params(since.toString(), like, like, most)
                .query((row, number) -> new Row(
                        new Uid(row.getString("uid")),
                        row.getInt("version"),
                        row.getString("title"),
                        row.getString("document_number"),
                        row.getString("document_kind"),
                        Instant.parse(row.getString("released_at"))))
                .list();
    }
}
