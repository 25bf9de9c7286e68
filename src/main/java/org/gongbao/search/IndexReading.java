package org.gongbao.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrRequest.METHOD;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.CursorMarkParams;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/** Reads all that a query finds, page by page. */
final class IndexReading {

    private static final int PAGE = 200;

    private final SolrClient client;
    private final String name;

    IndexReading(SolrClient client, String name) {
        this.client = client;
        this.name = name;
    }

    /**
     * Reads every entry that is found.
     *
     * @param query its order ends with the identifier
     * @param uids documents asked for, null for all
     */
    void each(SolrQuery query, @Nullable Set<Uid> uids, Consumer<SolrDocument> reader) {
        query.setRows(PAGE);
        if (uids == null) {
            pages(query, reader);
            return;
        }
        List<Uid> asked = List.copyOf(uids);
        for (int from = 0; from < asked.size(); from += PAGE) {
            pages(
                    query.getCopy().addFilterQuery(filter(asked.subList(from, Math.min(asked.size(), from + PAGE)))),
                    reader);
        }
    }

    private static String filter(Collection<Uid> uids) {
        return "{!terms f=id}" + String.join(",", uids.stream().map(Uid::value).toList());
    }

    private void pages(SolrQuery query, Consumer<SolrDocument> reader) {
        String mark = CursorMarkParams.CURSOR_MARK_START;
        try {
            for (String before = ""; !mark.equals(before); ) {
                query.set(CursorMarkParams.CURSOR_MARK_PARAM, mark);
                QueryResponse answer = client.query(name, query, METHOD.POST);
                if (Boolean.TRUE.equals(answer.getHeader().getBooleanArg("partialResults"))) {
                    throw new SearchUnavailableException("the search index did not answer in time");
                }
                answer.getResults().forEach(reader);
                before = mark;
                mark = answer.getNextCursorMark();
            }
        } catch (SolrServerException | IOException | SolrException e) {
            throw new SearchUnavailableException("what the search index holds cannot be read", e);
        }
    }
}
