package org.gongbao.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.solr.embedded.JettyConfig;
import org.apache.solr.embedded.JettySolrRunner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a Solr server over HTTP that knows the configset. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerSearchTest
        implements RelevanceTests,
                UnderstandingTests,
                FacetTests,
                AgencyTests,
                InjectionTests,
                DisseminationTests,
                DutyTests {

    private JettySolrRunner server;
    private SearchBench bench;

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        Files.writeString(home.resolve("solr.xml"), "<solr/>");
        SearchBench.CONFIGSET.copyTo(home.resolve("configsets/gongbao/conf"));
        server = new JettySolrRunner(
                home.toString(),
                new Properties(),
                JettyConfig.builder().setContext("/solr").setPort(0).build());
        server.start();
        String url = server.getBaseUrl().toString();
        bench = SearchBench.filled(new SolrConnection(() -> ServerIndex.open(url, "gongbao", SearchBench.CONFIGSET)));
    }

    @AfterAll
    void close() throws Exception {
        bench.close();
        server.stop();
    }

    @Override
    public SearchBench bench() {
        return bench;
    }
}
