package org.gongbao.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.embedded.EmbeddedSolrServer;
import org.apache.solr.core.CoreContainer;
import org.apache.solr.core.CoreContainer.CoreLoadFailure;
import org.apache.solr.core.SolrCore;
import org.apache.solr.search.SolrIndexSearcher;
import org.apache.solr.update.UpdateLog;
import org.apache.solr.util.RefCounted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Solr inside this process, with its home in a folder. It opens no port. */
final class EmbeddedIndex implements SolrIndex {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedIndex.class);
    private static final long PAUSE = 20;
    private static final long LONGEST_SEARCH = 30_000_000_000L;

    /** Holds on a core that nobody searches: the container's, and that of who asks. */
    private static final int OWN_HOLDS = 2;

    private final CoreContainer container;
    private final EmbeddedSolrServer server;
    private final Cores cores;
    private final String name;
    private final String configuration;

    private EmbeddedIndex(CoreContainer container, String name, SolrHome home) {
        this.container = container;
        this.server = new EmbeddedSolrServer(container, name);
        this.name = name;
        this.configuration = home.configuration();
        this.cores = new Cores(server, name, home.configset());
    }

    /** Opens the index; one that is missing or damaged is made anew, which the log says. */
    static EmbeddedIndex open(Path folder, String name, Configset configset) throws SolrServerException, IOException {
        SolrHome home = new SolrHome(folder, name, configset);
        boolean isNew = !home.prepare();
        // Solr's second API needs a second to start and has no reader here.
        System.setProperty("disable.v2.api", "true");
        CoreContainer container = new CoreContainer(home.folder(), new Properties());
        try {
            container.load();
            container.waitForLoadingCoresToFinish(Long.MAX_VALUE / 2);
            dropDamaged(container, name);
            EmbeddedIndex index = new EmbeddedIndex(container, name, home);
            index.cores.ensure();
            index.awaitReplay();
            if (isNew) {
                LOG.info("The search index is new and empty in {}", home.folder());
            }
            return index;
        } catch (RuntimeException | Error | SolrServerException | IOException e) {
            container.shutdown();
            throw e;
        }
    }

    private static void dropDamaged(CoreContainer container, String name) {
        CoreLoadFailure failure = container.getCoreInitFailures().get(name);
        if (failure == null) {
            return;
        }
        if (!Damage.isCauseOf(failure.exception)) {
            throw new IllegalStateException(
                    "the search index in " + failure.cd.getInstanceDir() + " cannot be opened", failure.exception);
        }
        LOG.warn(
                "The search index in {} is damaged ({}): it is deleted, to be filled anew from the log",
                failure.cd.getInstanceDir(),
                Damage.message(failure.exception));
        container.unload(name, true, true, true);
    }

    /** After a crash Solr applies its transaction log in the background; until then answers lack documents. */
    private void awaitReplay() {
        try (SolrCore core = container.getCore(name)) {
            UpdateLog log = core.getUpdateHandler().getUpdateLog();
            boolean isSaid = false;
            while (log.getState() != UpdateLog.State.ACTIVE) {
                if (!isSaid) {
                    LOG.info("The search index takes up what was written before the last stop");
                    isSaid = true;
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the search index opened", e);
        }
    }

    @Override
    public SolrClient client() {
        return server;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String configuration() {
        return configuration;
    }

    /** Compares the checksums of all files. */
    @Override
    public boolean isSound() {
        try (SolrCore core = container.getCore(name)) {
            RefCounted<SolrIndexSearcher> searcher = core.getSearcher();
            try {
                for (LeafReaderContext leaf : searcher.get().getRawReader().leaves()) {
                    check(leaf.reader());
                }
                return true;
            } finally {
                searcher.decref();
            }
        } catch (IOException | RuntimeException e) {
            if (!Damage.isCauseOf(e)) {
                throw e instanceof RuntimeException runtime ? runtime : new UncheckedIOException((IOException) e);
            }
            LOG.warn("The search index is damaged ({}): it is filled anew from the log", Damage.message(e));
            return false;
        }
    }

    private static void check(LeafReader reader) throws IOException {
        if (org.apache.lucene.index.FilterLeafReader.unwrap(reader) instanceof CodecReader codec) {
            codec.checkIntegrity();
        }
    }

    @Override
    public String createReplacement() throws SolrServerException, IOException {
        return cores.createReplacement();
    }

    @Override
    public void swapIn(String replacement) throws SolrServerException, IOException {
        cores.swap(replacement);
        awaitReaders(replacement);
        cores.delete(replacement);
    }

    /**
     * Waits until no search is in the replaced core: the one that leaves it last would otherwise close it, and be kept for
     * seconds by what it still holds itself.
     */
    private void awaitReaders(String core) {
        long end = System.nanoTime() + LONGEST_SEARCH;
        try (SolrCore replaced = container.getCore(core)) {
            while (replaced != null && replaced.getOpenCount() > OWN_HOLDS && System.nanoTime() < end) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        container.shutdown();
    }
}
