package org.gongbao.search;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.impl.HttpJdkSolrClient;

/** A core on a Solr server, over HTTP. The server has the configset already: it takes none from outside. */
final class ServerIndex implements SolrIndex {

    /** Seconds after which a reader is told that Solr does not answer. */
    static final int PATIENCE = 5;

    private final SolrClient client;
    private final SolrClient readers;
    private final Cores cores;
    private final String name;
    private final String configuration;

    private ServerIndex(SolrClient client, SolrClient readers, String name, String configuration) {
        this.client = client;
        this.readers = readers;
        this.cores = new Cores(client, name, name);
        this.name = name;
        this.configuration = configuration;
    }

    static ServerIndex open(String url, String name, Configset configset) throws SolrServerException, IOException {
        SolrClient client = client(url, TimeUnit.MINUTES.toSeconds(5));
        SolrClient readers = client(url, PATIENCE);
        ServerIndex index = new ServerIndex(client, readers, name, configset.digest());
        try {
            index.cores.ensure();
            return index;
        } catch (RuntimeException | SolrServerException | IOException e) {
            index.close();
            throw e;
        }
    }

    private static SolrClient client(String url, long seconds) {
        return new HttpJdkSolrClient.Builder(url)
                .useHttp1_1(true)
                .withConnectionTimeout(PATIENCE, TimeUnit.SECONDS)
                .withRequestTimeout(seconds, TimeUnit.SECONDS)
                .build();
    }

    @Override
    public SolrClient readers() {
        return readers;
    }

    @Override
    public SolrClient client() {
        return client;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String configuration() {
        return configuration;
    }

    /** The server looks after its own files. */
    @Override
    public boolean isSound() {
        return true;
    }

    @Override
    public String createReplacement() throws SolrServerException, IOException {
        return cores.createReplacement();
    }

    @Override
    public void swapIn(String replacement) throws SolrServerException, IOException {
        cores.swap(replacement);
        cores.delete(replacement);
    }

    @Override
    public void close() throws IOException {
        client.close();
        readers.close();
    }
}
