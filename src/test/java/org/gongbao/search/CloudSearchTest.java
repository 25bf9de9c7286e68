package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.impl.HttpJdkSolrClient;
import org.apache.solr.cloud.MiniSolrCloudCluster;
import org.apache.solr.common.cloud.DocCollection;
import org.apache.solr.common.cloud.Replica;
import org.apache.solr.embedded.JettySolrRunner;
import org.gongbao.publication.Change;
import org.gongbao.publication.Uid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a SolrCloud of two nodes with a copy of the collection on each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CloudSearchTest
        implements RelevanceTests,
                UnderstandingTests,
                FacetTests,
                AgencyTests,
                InjectionTests,
                DisseminationTests,
                DutyTests {

    private MiniSolrCloudCluster cluster;
    private SearchBench bench;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        cluster = new MiniSolrCloudCluster.Builder(2, folder).configure();
        String zookeeper = cluster.getZkServer().getZkAddress();
        bench = SearchBench.filled(
                new SolrConnection(() -> CloudIndex.open(zookeeper, "gongbao", SearchBench.CONFIGSET, 2)));
    }

    @AfterAll
    void close() throws Exception {
        try {
            bench.close();
        } finally {
            cluster.shutdown();
            System.clearProperty("zkHost");
        }
    }

    @Override
    public SearchBench bench() {
        return bench;
    }

    @Test
    void everyNodeHasACopyThatShowsADocumentWhenApplyReturns() throws Exception {
        Uid uid = bench.nextUid();
        long position = bench.nextPosition();
        bench.dissemination.apply(
                List.of(YunzhouDocuments.change(
                        uid, YunzhouDocuments.record("雪莲种质圃", "高原。").build(), position)),
                position);
        DocCollection collection = cluster.getZkStateReader()
                .getClusterState()
                .getCollection(cluster.getZkStateReader().getAliases().resolveSimpleAlias("gongbao"));
        assertThat(collection.getReplicas())
                .extracting(Replica::getNodeName)
                .doesNotHaveDuplicates()
                .hasSize(2);
        for (Replica copy : collection.getReplicas()) {
            try (HttpJdkSolrClient client = new HttpJdkSolrClient.Builder(copy.getBaseUrl())
                    .useHttp1_1(true)
                    .build()) {
                SolrQuery query = new SolrQuery("id:" + uid);
                query.setRequestHandler("/documents");
                query.setParam("distrib", "false");
                assertThat(client.query(copy.getCoreName(), query).getResults().getNumFound())
                        .as(copy.getNodeName())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void aNodeThatStopsIsNotMissed() throws Exception {
        JettySolrRunner node = cluster.stopJettySolrRunner(1);
        cluster.waitForJettyToStop(node);
        try {
            Uid uid = bench.nextUid();
            long position = bench.nextPosition();
            applyAsTheEngineDoes(
                    YunzhouDocuments.change(
                            uid, YunzhouDocuments.record("冰川观测站", "雪线。").build(), position),
                    position);
            assertThat(bench.found("冰川观测站")).containsExactly(uid);
            assertThat(bench.dissemination.position()).isEqualTo(position);
        } finally {
            cluster.startJettySolrRunner(node);
            cluster.waitForAllNodes(60);
            cluster.waitForActiveCollection(
                    cluster.getZkStateReader().getAliases().resolveSimpleAlias("gongbao"), 1, 2);
        }
        assertThat(bench.found("冰川观测站")).hasSize(1);
    }

    /** A change fails while the copies choose who leads them, and is tried again. */
    private void applyAsTheEngineDoes(Change change, long position) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            try {
                bench.dissemination.apply(List.of(change), position);
                return;
            } catch (SearchUnavailableException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(200);
            }
        }
    }
}
