package org.gongbao.search;

import java.io.IOException;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.CoreAdminRequest;
import org.apache.solr.common.util.NamedList;

/** Cores of one Solr that is no cloud: makes them, swaps them, deletes them. */
final class Cores {

    private final SolrClient client;
    private final String name;
    private final String configset;

    /**
     * @param name the core that is searched
     * @param configset name of the configset that cores are made with
     */
    Cores(SolrClient client, String name, String configset) {
        this.client = client;
        this.name = name;
        this.configset = configset;
    }

    /** Makes the core when it is not there. */
    void ensure() throws SolrServerException, IOException {
        if (!exists(name)) {
            create(name);
        }
    }

    String createReplacement() throws SolrServerException, IOException {
        String replacement = name + "-next";
        if (exists(replacement)) {
            delete(replacement);
        }
        create(replacement);
        return replacement;
    }

    /** Gives the name to the replacement; what had it has the replacement's name then. */
    void swap(String replacement) throws SolrServerException, IOException {
        CoreAdminRequest.swapCore(name, replacement, client);
    }

    private boolean exists(String core) throws SolrServerException, IOException {
        NamedList<NamedList<Object>> status =
                CoreAdminRequest.getStatus(core, client).getCoreStatus();
        NamedList<Object> found = status == null ? null : status.get(core);
        return found != null && found.size() > 0;
    }

    /** Swapped cores keep their folders, so that a folder's name must be new. */
    private void create(String core) throws SolrServerException, IOException {
        CoreAdminRequest.Create create = new CoreAdminRequest.Create();
        create.setCoreName(core);
        create.setInstanceDir(name + "-" + Long.toString(System.nanoTime() & Long.MAX_VALUE, Character.MAX_RADIX));
        create.setConfigSet(configset);
        create.process(client);
    }

    void delete(String core) throws SolrServerException, IOException {
        CoreAdminRequest.unloadCore(core, true, true, client);
    }
}
