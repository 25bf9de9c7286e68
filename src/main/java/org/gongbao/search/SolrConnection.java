package org.gongbao.search;

import java.io.IOException;
import org.apache.solr.client.solrj.SolrServerException;
import org.gongbao.system.DataFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the index that the settings name, once it is asked for or beforehand in the background, and keeps it. A Solr that is
 * away does not keep the program from starting: whoever asks meanwhile is told, and may ask again.
 */
final class SolrConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SolrConnection.class);

    private final Opening opening;
    private @Nullable SolrIndex index;
    private boolean isClosed;

    /** How an index is opened. */
    interface Opening {
        SolrIndex open() throws SolrServerException, IOException;
    }

    SolrConnection(Opening opening) {
        this.opening = opening;
    }

    static SolrConnection of(SolrSettings settings, DataFolder data, Configset configset) {
        String name = settings.collection();
        String zookeeper = settings.zookeeper();
        String url = settings.url();
        if (settings.isCloud() && zookeeper != null) {
            return new SolrConnection(() -> CloudIndex.open(zookeeper, name, configset, settings.replicas()));
        }
        if (settings.isRemote() && url != null) {
            return new SolrConnection(() -> ServerIndex.open(url, name, configset));
        }
        return new SolrConnection(() -> EmbeddedIndex.open(data.folder("solr"), name, configset));
    }

    /** Opens in the background, while the rest of the program starts. */
    void prepare() {
        Thread thread = new Thread(this::open, "search-opening");
        thread.setDaemon(true);
        thread.start();
    }

    private void open() {
        try {
            index();
        } catch (RuntimeException e) {
            LOG.warn("The search index is not there yet: {}", e.toString());
        }
    }

    /**
     * The index, opened now if need be.
     *
     * @throws SearchUnavailableException when it cannot be opened now
     */
    synchronized SolrIndex index() {
        SolrIndex opened = index;
        if (opened != null) {
            return opened;
        }
        if (isClosed) {
            throw new SearchUnavailableException("the search index is closed", new IllegalStateException("closed"));
        }
        try {
            long start = System.nanoTime();
            opened = opening.open();
            index = opened;
            LOG.info("The search index {} opened in {} ms", opened.name(), (System.nanoTime() - start) / 1_000_000);
            return opened;
        } catch (SolrServerException | IOException | RuntimeException e) {
            throw new SearchUnavailableException("the search index cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        isClosed = true;
        SolrIndex opened = index;
        index = null;
        if (opened != null) {
            opened.close();
        }
    }
}
