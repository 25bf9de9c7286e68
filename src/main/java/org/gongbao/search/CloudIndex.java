package org.gongbao.search;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.impl.CloudHttp2SolrClient;
import org.apache.solr.client.solrj.impl.ClusterStateProvider;
import org.apache.solr.client.solrj.impl.Http2SolrClient;
import org.apache.solr.client.solrj.request.CollectionAdminRequest;
import org.apache.solr.client.solrj.request.ConfigSetAdminRequest;
import org.apache.solr.common.cloud.ClusterState;
import org.apache.solr.common.cloud.DocCollection;
import org.apache.solr.common.cloud.Replica;
import org.apache.solr.common.util.ContentStreamBase;

/**
 * A collection of a SolrCloud behind an alias, one shard with copies on several nodes. One shard, because the position and what
 * it stands for must be in one transaction log. The configset is brought along.
 */
final class CloudIndex implements SolrIndex {

    private static final long WAIT = TimeUnit.MINUTES.toNanos(2);
    private static final long PAUSE = 50;
    private static final String FILLED = "-filled-";

    /** Digits of the greatest long to base 36. */
    private static final int NUMBER_LENGTH = 13;

    private final CloudHttp2SolrClient client;
    private final CloudHttp2SolrClient readers;
    private final String alias;
    private final Configset configset;
    private final int replicas;

    private CloudIndex(
            CloudHttp2SolrClient client,
            CloudHttp2SolrClient readers,
            String alias,
            Configset configset,
            int replicas) {
        this.client = client;
        this.readers = readers;
        this.alias = alias;
        this.configset = configset;
        this.replicas = replicas;
    }

    /**
     * Opens the alias, and makes it with an empty collection when it is not there.
     *
     * @param zookeeper hosts with an optional path: {@code zk1:2181,zk2:2181/solr}
     */
    static CloudIndex open(String zookeeper, String alias, Configset configset, int replicas)
            throws SolrServerException, IOException {
        int path = zookeeper.indexOf('/');
        List<String> hosts = List.of((path < 0 ? zookeeper : zookeeper.substring(0, path)).split("\\s*,\\s*"));
        Optional<String> root = path < 0 ? Optional.empty() : Optional.of(zookeeper.substring(path));
        CloudHttp2SolrClient client = new CloudHttp2SolrClient.Builder(hosts, root).build();
        CloudHttp2SolrClient readers = new CloudHttp2SolrClient.Builder(hosts, root)
                .withInternalClientBuilder(new Http2SolrClient.Builder()
                        .withConnectionTimeout(ServerIndex.PATIENCE, TimeUnit.SECONDS)
                        .withRequestTimeout(ServerIndex.PATIENCE, TimeUnit.SECONDS))
                .build();
        CloudIndex index = new CloudIndex(client, readers, alias, configset, replicas);
        try {
            client.connect();
            index.upload();
            if (index.target() == null) {
                index.point(index.create());
            }
            readers.connect();
            return index;
        } catch (RuntimeException | SolrServerException | IOException e) {
            index.close();
            throw e;
        }
    }

    private String configsetName() {
        return alias + "-" + configuration();
    }

    /** A configset is named by its content, so that a collection keeps the one it was made with. */
    private void upload() throws SolrServerException, IOException {
        List<String> present = new ConfigSetAdminRequest.List().process(client).getConfigSets();
        if (present.contains(configsetName())) {
            return;
        }
        new ConfigSetAdminRequest.Upload()
                .setConfigSetName(configsetName())
                .setOverwrite(true)
                .setUploadStream(new Zipped(configset.zip()))
                .process(client);
    }

    /** The configset as Solr's client sends it. */
    private static final class Zipped extends ContentStreamBase {
        private final byte[] bytes;

        Zipped(byte[] bytes) {
            this.bytes = bytes;
            this.size = (long) bytes.length;
            this.contentType = "application/zip";
        }

        @Override
        public ByteArrayInputStream getStream() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** The collection behind the alias, null where there is no alias. */
    private @org.jspecify.annotations.Nullable String target() {
        ClusterStateProvider provider = client.getClusterStateProvider();
        List<String> collections = provider.resolveAlias(alias);
        return collections.isEmpty() || collections.get(0).equals(alias) ? null : collections.get(0);
    }

    /** A name such as {@code gongbao-filled-00k3x9f2p1q7z}, which no collection of anybody else's has. */
    static String newName(String alias) {
        String number = Long.toString(System.nanoTime() & Long.MAX_VALUE, Character.MAX_RADIX);
        return alias + FILLED + "0".repeat(NUMBER_LENGTH - number.length()) + number;
    }

    static boolean isOwnName(String collection, String alias) {
        return collection.matches(Pattern.quote(alias + FILLED) + "[0-9a-z]{" + NUMBER_LENGTH + "}");
    }

    private String create() throws SolrServerException, IOException {
        String collection = newName(alias);
        int nodes = client.getClusterStateProvider().getLiveNodes().size();
        CollectionAdminRequest.createCollection(collection, configsetName(), 1, Math.max(1, Math.min(replicas, nodes)))
                .process(client);
        await(() -> isActive(collection), "the copies of " + collection + " did not become active");
        return collection;
    }

    private boolean isActive(String collection) {
        ClusterState state = client.getClusterState();
        DocCollection found = state.getCollectionOrNull(collection);
        if (found == null) {
            return false;
        }
        Collection<Replica> all = found.getReplicas();
        return !all.isEmpty() && all.stream().allMatch(replica -> replica.isActive(state.getLiveNodes()));
    }

    private void point(String collection) throws SolrServerException, IOException {
        CollectionAdminRequest.createAlias(alias, collection).process(client);
        await(() -> collection.equals(target()), "the alias " + alias + " did not come to " + collection);
    }

    private static void await(BooleanSupplier condition, String complaint) throws IOException {
        long end = System.nanoTime() + WAIT;
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    throw new IOException(complaint);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(complaint, e);
        }
    }

    @Override
    public SolrClient client() {
        return client;
    }

    @Override
    public SolrClient readers() {
        return readers;
    }

    @Override
    public String name() {
        return alias;
    }

    @Override
    public String configuration() {
        return configset.digest();
    }

    /** The nodes look after their own files. */
    @Override
    public boolean isSound() {
        return true;
    }

    /** Collections with names of {@link #newName} that the alias does not point to are left from interrupted rebuilds. */
    @Override
    public String createReplacement() throws SolrServerException, IOException {
        String current = target();
        for (String collection : CollectionAdminRequest.listCollections(client)) {
            if (isOwnName(collection, alias) && !collection.equals(current)) {
                delete(collection);
            }
        }
        return create();
    }

    @Override
    public void swapIn(String replacement) throws SolrServerException, IOException {
        String replaced = target();
        point(replacement);
        if (replaced != null && !replaced.equals(replacement)) {
            delete(replaced);
        }
    }

    private void delete(String collection) throws SolrServerException, IOException {
        CollectionAdminRequest.deleteCollection(collection).process(client);
    }

    @Override
    public void close() throws IOException {
        client.close();
        readers.close();
    }
}
