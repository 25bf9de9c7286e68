package org.gongbao.search;

import java.io.IOException;
import org.apache.solr.client.solrj.SolrServerException;
import org.gongbao.system.DataFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the index that the settings name on a thread of its own, again and again until it is there, and keeps it. A Solr that is
 * away or slow keeps neither the program from starting nor a reader waiting: who searches meanwhile is told at once.
 */
final class SolrConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SolrConnection.class);

    /** Milliseconds between two tries to open, growing from the one to the other. */
    private static final long FIRST_PAUSE = 250;

    private static final long LONGEST_PAUSE = 15_000;

    /** How long closing waits for an opening that goes on. */
    private static final long LONGEST_OPENING = 30_000;

    private final Opening opening;
    private @Nullable Thread opener;
    private @Nullable SolrIndex index;
    private String complaint = "it is being opened";
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

    /** Begins to open, while the rest of the program starts. */
    synchronized void prepare() {
        if (opener == null && !isClosed) {
            Thread thread = new Thread(this::open, "search-opening");
            thread.setDaemon(true);
            thread.start();
            opener = thread;
        }
    }

    private void open() {
        for (long pause = FIRST_PAUSE; !isClosed(); pause = Math.min(LONGEST_PAUSE, 2 * pause)) {
            long start = System.nanoTime();
            try {
                SolrIndex opened = opening.open();
                LOG.info("The search index {} opened in {} ms", opened.name(), since(start));
                keep(opened);
                return;
            } catch (SolrServerException | IOException | RuntimeException | LinkageError e) {
                LOG.warn("The search index is not there yet: {}", e.toString());
                rest(pause, String.valueOf(e.getMessage()));
            }
        }
    }

    private synchronized boolean isClosed() {
        return isClosed;
    }

    private synchronized void keep(SolrIndex opened) throws IOException {
        if (isClosed) {
            opened.close();
        } else {
            index = opened;
        }
        notifyAll();
    }

    private synchronized void rest(long pause, String why) {
        complaint = why;
        long start = System.nanoTime();
        try {
            for (long left = pause; left > 0 && !isClosed; left = pause - since(start)) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            isClosed = true;
        }
    }

    /**
     * The index for who cannot wait.
     *
     * @throws SearchUnavailableException when it is not open
     */
    synchronized SolrIndex index() {
        SolrIndex opened = index;
        if (opened == null) {
            throw new SearchUnavailableException("the search index is not open: " + complaint);
        }
        return opened;
    }

    /**
     * The index for who has to wait for it: a projection must not take an index that is away for one that is lost.
     *
     * @param longest milliseconds to wait
     * @throws SearchUnavailableException when it is not open then, or is opened no more
     */
    synchronized SolrIndex awaited(long longest) {
        prepare();
        long start = System.nanoTime();
        try {
            for (long left = longest; index == null && !isClosed && left > 0; left = longest - since(start)) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return index();
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** Lets nobody wait any longer: the program ends. */
    synchronized void giveUp() {
        isClosed = true;
        complaint = "it is closed";
        notifyAll();
    }

    @Override
    public void close() throws IOException {
        giveUp();
        Thread thread = opener;
        if (thread != null) {
            try {
                thread.join(LONGEST_OPENING);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        SolrIndex opened = released();
        if (opened != null) {
            opened.close();
        }
    }

    private synchronized @Nullable SolrIndex released() {
        SolrIndex opened = index;
        index = null;
        return opened;
    }
}
