package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongbao.publication.Dissemination;
import org.gongbao.system.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SearchConfigurationTest {

    @TempDir
    Path folder;

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withUserConfiguration(SearchConfiguration.class)
                .withBean(DataFolder.class, () -> new DataFolder(folder))
                .withBean(Clock.class, Clock::systemUTC);
    }

    @Test
    void withoutAnAddressSolrIsInTheDataFolder() {
        runner().run(context -> {
            Dissemination dissemination = context.getBean(Dissemination.class);
            assertThat(dissemination.name()).isEqualTo("search");
            dissemination.rebuild(YunzhouDocuments.all().stream(), 14);
            assertThat(context.getBean(DocumentSearch.class)
                            .search(SearchRequest.of("棚户区改造"))
                            .total())
                    .isEqualTo(1);
            assertThat(folder.resolve("solr/cores")).isDirectoryContaining(Files::isDirectory);
        });
    }

    @Test
    void blankAddressesAreNone() {
        runner().withPropertyValues("gongbao.solr.url=", "gongbao.solr.zookeeper=")
                .run(context -> assertThat(context.getBean(Dissemination.class).position())
                        .isZero());
    }

    @Test
    void aServerThatIsAwayDoesNotKeepTheProgramFromStarting() {
        runner().withPropertyValues("gongbao.solr.url=http://127.0.0.1:1/solr")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void solrEndsWhenTheContextFails() throws Exception {
        Set<Thread> before = solrThreads();
        runner().withBean("broken", Object.class, () -> {
                    throw new IllegalStateException("broken");
                })
                .run(context -> assertThat(context).hasFailed());
        Set<Thread> left = solrThreads();
        left.removeAll(before);
        for (Thread thread : left) {
            thread.join(Duration.ofSeconds(30).toMillis());
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    /** What keeps a program alive; other tests in this process may have a Solr of their own. */
    private static Set<Thread> solrThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon())
                .filter(thread -> thread.getName().startsWith("coreLoad")
                        || thread.getName().startsWith("searcherExecutor"))
                .collect(Collectors.toSet());
    }

    @Test
    void aCollectionNameThatSolrWouldRefuseIsRefusedAtOnce() {
        runner().withPropertyValues("gongbao.solr.collection=../x")
                .run(context -> assertThat(context).hasFailed());
    }
}
