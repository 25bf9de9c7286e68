package org.gongbao.search;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.impl.HttpJdkSolrClient;

/** A core on a Solr server, over HTTP. The server has the configset already: it takes none from outside. */
final class ServerIndex implements SolrIndex {

    private final SolrClient client;
    private final Cores cores;
    private final String name;
    private final String configuration;

    private ServerIndex(SolrClient client, String name, String configuration) {
        this.client = client;
        this.cores = new Cores(client, name, name);
        this.name = name;
        this.configuration = configuration;
    }

    static ServerIndex open(String url, String name, Configset configset) throws SolrServerException, IOException {
        SolrClient client = new HttpJdkSolrClient.Builder(url)
                .useHttp1_1(true)
                .withConnectionTimeout(5, TimeUnit.SECONDS)
                .withRequestTimeout(5, TimeUnit.MINUTES)
                .build();
        try {
            ServerIndex index = new ServerIndex(client, name, configset.digest());
            index.cores.ensure();
            return index;
        } catch (RuntimeException | SolrServerException | IOException e) {
            client.close();
            throw e;
        }
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
    }
}
