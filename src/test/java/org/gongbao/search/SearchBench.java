package org.gongbao.search;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.gongbao.publication.Uid;
import org.gongbao.search.SearchRequest.Facet;
import org.gongbao.search.SearchRequest.Sort;
import org.gongbao.search.SearchResult.Hit;
import org.jspecify.annotations.Nullable;

/** A search over a connection, with a clock that stands still and the documents of Yunzhou in it. */
final class SearchBench implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2024, 6, 1);
    static final Configset CONFIGSET = Configset.packed();
    static final Simplification SIMPLIFICATION = new Simplification(CONFIGSET);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final SolrConnection connection;
    final SolrDissemination dissemination;
    final DocumentSearch search;
    final DutySearch duties;
    private final AtomicLong positions = new AtomicLong(1000);

    SearchBench(SolrConnection connection) {
        this.connection = connection;
        this.dissemination = new SolrDissemination(connection, new Entries(new NumberKeys(SIMPLIFICATION)));
        this.search = on(TODAY);
        this.duties = new SolrDutySearch(
                connection, Clock.fixed(TODAY.atTime(12, 0).atZone(ZONE).toInstant(), ZONE));
    }

    static SearchBench filled(SolrConnection connection) {
        SearchBench bench = new SearchBench(connection);
        bench.dissemination.rebuild(YunzhouDocuments.all().stream(), 1000);
        return bench;
    }

    /** The same search on another day. */
    DocumentSearch on(LocalDate day) {
        Clock clock = Clock.fixed(day.atTime(12, 0).atZone(ZONE).toInstant(), ZONE);
        return new SolrDocumentSearch(connection, SIMPLIFICATION, Synonyms.over(null), clock);
    }

    AgencyCounts agencies() {
        return new SolrAgencyCounts(((SolrDocumentSearch) search)::ask);
    }

    /** A position of the log that no test had yet. */
    long nextPosition() {
        return positions.incrementAndGet();
    }

    /** An identifier that no test had yet. */
    Uid nextUid() {
        return YunzhouDocuments.uid((int) nextPosition());
    }

    SearchResult find(String text) {
        return search.search(SearchRequest.of(text));
    }

    List<Uid> found(String text) {
        return uids(find(text));
    }

    SearchResult find(String text, Map<Facet, List<String>> filters, @Nullable LocalDate inForceOn, Sort sort) {
        return search.search(new SearchRequest(text, filters, inForceOn, sort, 1, 50));
    }

    static List<Uid> uids(SearchResult result) {
        return result.hits().stream().map(Hit::uid).map(Uid::new).toList();
    }

    @Override
    public void close() throws Exception {
        connection.close();
    }
}
