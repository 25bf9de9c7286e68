package org.gongbao.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrRequest.METHOD;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.AbstractUpdateRequest.ACTION;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrInputDocument;
import org.gongbao.publication.Change;
import org.gongbao.publication.Dissemination;
import org.gongbao.publication.Holdings;
import org.gongbao.publication.PublishedDocument;
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

    /** Characters and entries of one request, whichever comes first. */
    private static final int REQUEST_CHARACTERS = 2_000_000;

    private static final int REQUEST_ENTRIES = 500;

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
            Writer writer = new Writer(index, index.name());
            for (Change change : changes) {
                writer.add(change);
            }
            writer.dropOlderDuties(changes);
            writer.end(position, true);
        } catch (SolrServerException | IOException | SolrException e) {
            throw new SearchUnavailableException("the search index does not take changes up to " + position, e);
        }
    }

    @Override
    public void rebuild(Stream<Change> documents, long position) {
        SolrIndex index = connection.awaited(LONGEST_OPENING);
        try {
            String replacement = index.createReplacement();
            Writer writer = new Writer(index, replacement);
            for (Iterator<Change> all = documents.iterator(); all.hasNext(); ) {
                writer.add(all.next());
            }
            writer.end(position, false);
            index.swapIn(replacement);
            isChecked = true;
            LOG.info("The search index was filled anew with {} documents up to position {}", writer.written, position);
        } catch (SolrServerException | IOException | SolrException e) {
            throw new SearchUnavailableException("the search index cannot be filled anew", e);
        }
    }

    @Override
    public List<Holdings> holdings() {
        return List.of(new IndexHoldings(connection, entries), new FeedHoldings(connection));
    }

    /** Sends entries in requests of bounded size. */
    private final class Writer {
        private final SolrIndex index;
        private final String target;
        private List<SolrInputDocument> waiting = new ArrayList<>();
        private long characters;
        private long written;

        Writer(SolrIndex index, String target) {
            this.index = index;
            this.target = target;
        }

        void add(Change change) throws SolrServerException, IOException {
            SolrInputDocument entry = entries.of(change);
            waiting.add(entry);
            waiting.addAll(DutyEntries.of(change, entry));
            PublishedDocument document = change.document();
            characters += document == null ? 0 : document.record().text().length();
            written++;
            if (characters > REQUEST_CHARACTERS || waiting.size() >= REQUEST_ENTRIES) {
                send(new UpdateRequest());
            }
        }

        /**
         * Deletes entries of duties that earlier changes of these documents wrote. No search sees them any more; this only
         * gives their room back. Positions before the first of the changes are those of earlier ones alone.
         */
        void dropOlderDuties(List<Change> changes) throws SolrServerException, IOException {
            for (int from = 0; from < changes.size(); from += REQUEST_ENTRIES) {
                List<Change> some = changes.subList(from, Math.min(changes.size(), from + REQUEST_ENTRIES));
                String documents = some.stream()
                        .map(change -> change.uid().value())
                        .collect(Collectors.joining(" ", "duty_document:(", ")"));
                long first = some.stream().mapToLong(Change::position).min().orElse(0);
                String older = "+" + documents + " +" + Entries.POSITION + ":[* TO " + (first - 1) + "]";
                SolrQuery count = new SolrQuery(older).setRows(0);
                count.setRequestHandler("/documents");
                if (index.client()
                                .query(target, count, METHOD.POST)
                                .getResults()
                                .getNumFound()
                        > 0) {
                    index.client().deleteByQuery(target, older);
                }
            }
        }

        /** Writes the position behind everything else, and makes all visible: softly, or forced to the disk. */
        void end(long position, boolean isSoft) throws SolrServerException, IOException {
            waiting.add(Entries.position(position, index.configuration()));
            UpdateRequest request = new UpdateRequest();
            request.setAction(ACTION.COMMIT, true, true, isSoft);
            send(request);
        }

        private void send(UpdateRequest request) throws SolrServerException, IOException {
            request.add(waiting);
            request.process(index.client(), target);
            waiting = new ArrayList<>();
            characters = 0;
        }
    }
}
