package org.gongbao.search;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrRequest.METHOD;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrException;
import org.gongbao.publication.Change;
import org.gongbao.publication.Dissemination;
import org.gongbao.publication.Holdings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the search index at the log. The position is an entry of the index itself and goes with the changes in one request, so
 * that either both are there after a crash or neither.
 *
 * <p>What is no longer public stays as an entry without content, so that an older event cannot bring it back.
 */
final class SolrDissemination implements Dissemination {

    private static final Logger LOG = LoggerFactory.getLogger(SolrDissemination.class);

    /** Documents of which older duties are looked for at once. */
    private static final int MOST_AT_ONCE = 500;

    /** Milliseconds that a rebuild waits for the index to open. */
    private static final long LONGEST_OPENING = 120_000;

    private final SolrConnection connection;
    private final Entries entries;
    private boolean isChecked;

    SolrDissemination(SolrConnection connection, Entries entries) {
        this.connection = connection;
        this.entries = entries;
    }

    @Override
    public String name() {
        return "search";
    }

    /** 0 also for an index that is damaged, or was filled with another configuration. Waits for one that is away. */
    @Override
    public long position() {
        SolrIndex index = connection.awaited(Long.MAX_VALUE);
        if (!isChecked && !index.isSound()) {
            return 0;
        }
        isChecked = true;
        try {
            SolrDocument entry = index.client().getById(index.name(), Entries.POSITION_ID);
            if (entry == null) {
                return 0;
            }
            if (!index.configuration().equals(entry.getFirstValue(Entries.CONFIGURATION))) {
                LOG.info("The search index was filled with another configuration: it is to be filled anew");
                return 0;
            }
            return ((Number) entry.getFirstValue(Entries.POSITION)).longValue();
        } catch (SolrServerException | IOException | SolrException e) {
            throw new SearchUnavailableException("the position of the search index cannot be read", e);
        }
    }

    /** Visible to searches when it returns. */
    @Override
    public void apply(List<Change> changes, long position) {
        SolrIndex index = connection.index();
        try {
            EntryWriter writer = new EntryWriter(entries, request -> request.process(index.client(), index.name()));
            for (Change change : changes) {
                writer.add(change);
            }
            dropOlderDuties(index, changes);
            writer.end(position, index.configuration(), true);
        } catch (SolrServerException | IOException | SolrException e) {
            throw new SearchUnavailableException("the search index does not take changes up to " + position, e);
        }
    }

    @Override
    public void rebuild(Stream<Change> documents, long position) {
        SolrIndex index = connection.awaited(LONGEST_OPENING);
        try {
            String replacement = index.createReplacement();
            long written = fill(index, replacement, documents, position);
            index.swapIn(replacement);
            isChecked = true;
            LOG.info("The search index was filled anew with {} documents up to position {}", written, position);
        } catch (SolrServerException | IOException | SolrException e) {
            throw new SearchUnavailableException("the search index cannot be filled anew", e);
        }
    }

    private long fill(SolrIndex index, String replacement, Stream<Change> documents, long position)
            throws SolrServerException, IOException {
        try (ConcurrentRequests requests = new ConcurrentRequests(index.client(), replacement)) {
            EntryWriter writer = new EntryWriter(entries, requests::send);
            for (Iterator<Change> all = documents.iterator(); all.hasNext(); ) {
                writer.add(all.next());
            }
            writer.flush();
            requests.await();
            writer.end(position, index.configuration(), false);
            requests.await();
            return writer.written();
        }
    }

    @Override
    public List<Holdings> holdings() {
        return List.of(new IndexHoldings(connection, entries), new FeedHoldings(connection));
    }

    /**
     * Deletes entries of duties that earlier changes of these documents wrote. No search sees them any more; this only
     * gives their room back. Positions before the first of the changes are those of earlier ones alone.
     */
    private static void dropOlderDuties(SolrIndex index, List<Change> changes) throws SolrServerException, IOException {
        for (int from = 0; from < changes.size(); from += MOST_AT_ONCE) {
            List<Change> some = changes.subList(from, Math.min(changes.size(), from + MOST_AT_ONCE));
            String documents = some.stream()
                    .map(change -> change.uid().value())
                    .collect(Collectors.joining(" ", "duty_document:(", ")"));
            long first = some.stream().mapToLong(Change::position).min().orElse(0);
            String older = "+" + documents + " +" + Entries.POSITION + ":[* TO " + (first - 1) + "]";
            SolrQuery count = new SolrQuery(older).setRows(0);
            count.setRequestHandler("/documents");
            if (index.client()
                            .query(index.name(), count, METHOD.POST)
                            .getResults()
                            .getNumFound()
                    > 0) {
                index.client().deleteByQuery(index.name(), older);
            }
        }
    }
}
