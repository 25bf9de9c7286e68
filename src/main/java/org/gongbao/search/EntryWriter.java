package org.gongbao.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.AbstractUpdateRequest.ACTION;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrInputDocument;
import org.gongbao.publication.Change;
import org.gongbao.publication.PublishedDocument;

/** Writes changes as entries of the index, in requests of bounded size. */
final class EntryWriter {

    /** Characters and entries of one request, whichever comes first. */
    private static final int REQUEST_CHARACTERS = 2_000_000;

    private static final int REQUEST_ENTRIES = 500;

    /** Where requests go. */
    @FunctionalInterface
    interface Sending {
        void send(UpdateRequest request) throws SolrServerException, IOException;
    }

    private final Entries entries;
    private final Sending sending;
    private List<SolrInputDocument> waiting = new ArrayList<>();
    private long characters;
    private long written;

    EntryWriter(Entries entries, Sending sending) {
        this.entries = entries;
        this.sending = sending;
    }

    void add(Change change) throws SolrServerException, IOException {
        SolrInputDocument entry = entries.of(change);
        waiting.add(entry);
        waiting.addAll(DutyEntries.of(change, entry));
        PublishedDocument document = change.document();
        characters += document == null ? 0 : document.record().text().length();
        written++;
        if (characters > REQUEST_CHARACTERS || waiting.size() >= REQUEST_ENTRIES) {
            flush();
        }
    }

    /** Sends what waits. */
    void flush() throws SolrServerException, IOException {
        if (!waiting.isEmpty()) {
            send(new UpdateRequest());
        }
    }

    /** Sends what waits and the position behind it, and makes all visible: softly, or forced to the disk. */
    void end(long position, String configuration, boolean isSoft) throws SolrServerException, IOException {
        waiting.add(Entries.position(position, configuration));
        UpdateRequest request = new UpdateRequest();
        request.setAction(ACTION.COMMIT, true, true, isSoft);
        send(request);
    }

    /** Changes that were written. */
    long written() {
        return written;
    }

    private void send(UpdateRequest request) throws SolrServerException, IOException {
        request.add(waiting);
        waiting = new ArrayList<>();
        characters = 0;
        sending.send(request);
    }
}
