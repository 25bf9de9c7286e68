package org.gongbao.search;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract on Solr inside the process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedSearchTest
        implements RelevanceTests,
                UnderstandingTests,
                FacetTests,
                AgencyTests,
                InjectionTests,
                DisseminationTests,
                DutyTests {

    private SearchBench bench;

    @BeforeAll
    void open(@TempDir Path home) {
        bench = SearchBench.filled(
                new SolrConnection(() -> EmbeddedIndex.open(home, "gongbao", SearchBench.CONFIGSET)));
    }

    @AfterAll
    void close() throws Exception {
        bench.close();
    }

    @Override
    public SearchBench bench() {
        return bench;
    }
}
