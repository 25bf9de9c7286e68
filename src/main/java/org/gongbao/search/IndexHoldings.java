package org.gongbao.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.common.SolrInputDocument;
import org.gongbao.publication.Change;
import org.gongbao.publication.Holdings;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/** The entry of each document in the index: the digest of its stored fields. */
final class IndexHoldings implements Holdings {

    private static final List<String> FIELDS = List.of(
            "id",
            "title",
            "text",
            "number",
            "number_key",
            "issuer",
            "kind",
            "issued_on",
            "published_at",
            "language",
            "validity");

    private final SolrConnection connection;
    private final Entries entries;

    IndexHoldings(SolrConnection connection, Entries entries) {
        this.connection = connection;
        this.entries = entries;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public Map<Uid, String> held(@Nullable Set<Uid> uids) {
        SolrQuery query = new SolrQuery("*:*")
                .addFilterQuery("{!term f=" + Entries.ENTRY + " v=" + Entries.DOCUMENT + "}")
                .setFields(FIELDS.toArray(String[]::new))
                .setSort("id", SolrQuery.ORDER.asc);
        query.setRequestHandler("/documents");
        query.set("hl", false);
        Map<Uid, String> held = new HashMap<>();
        SolrIndex index = connection.index();
        new IndexReading(index.client(), index.name())
                .each(
                        query,
                        uids,
                        entry -> held.put(new Uid((String) entry.getFirstValue("id")), digest(entry::getFieldValues)));
        return held;
    }

    @Override
    public String expected(PublishedDocument document) {
        SolrInputDocument entry = entries.of(new Change(document.position(), document.uid(), document));
        return digest(entry::getFieldValues);
    }

    private static String digest(Function<String, @Nullable Collection<Object>> fields) {
        StringBuilder text = new StringBuilder();
        for (String field : FIELDS) {
            Collection<Object> values = fields.apply(field);
            for (Object value : values == null ? List.of() : values) {
                String said = value instanceof Date date ? date.toInstant().toString() : String.valueOf(value);
                text.append(field)
                        .append(' ')
                        .append(said.length())
                        .append(' ')
                        .append(said)
                        .append('\n');
            }
        }
        try {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
