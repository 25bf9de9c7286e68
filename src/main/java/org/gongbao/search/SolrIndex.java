package org.gongbao.search;

import java.io.IOException;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;

/**
 * The index in some Solr: in this process, on a server, in a cloud. Which one it is, only opening and swapping see; everything
 * else talks through {@link #client()} to {@link #name()}.
 */
interface SolrIndex extends AutoCloseable {

    SolrClient client();

    /** A client that gives up after a few seconds: readers do not wait longer. */
    default SolrClient readers() {
        return client();
    }

    /** The core, or the alias, that is searched and written. */
    String name();

    /** The configuration that it works by, named by its digest. */
    String configuration();

    /** Whether what is stored is sound, as far as can be told from here. Reads all of it. */
    boolean isSound();

    /** Makes an empty index beside this one, and says its name. What an earlier, broken attempt left is gone then. */
    String createReplacement() throws SolrServerException, IOException;

    /** Gives the name of the index to its replacement at once, and deletes what had it. */
    void swapIn(String replacement) throws SolrServerException, IOException;

    @Override
    void close() throws IOException;
}
