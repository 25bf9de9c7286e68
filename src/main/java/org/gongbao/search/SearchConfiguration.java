package org.gongbao.search;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.gongbao.system.DataFolder;
import org.gongbao.system.GongbaoSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.ContextClosedEvent;

/** Puts the search together. Solr opens in the background while the rest starts, and closes with the context. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SolrSettings.class)
class SearchConfiguration {

    /** How long a search waits for its turn. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean
    Configset configset() {
        return Configset.packed();
    }

    @Bean(destroyMethod = "close")
    SolrConnection solrConnection(SolrSettings settings, DataFolder data, Configset configset) {
        SolrConnection connection = SolrConnection.of(settings, data, configset);
        connection.prepare();
        return connection;
    }

    /** Before anything is closed, so that nothing that is closed waits for a Solr that is away. */
    @Bean
    ApplicationListener<ContextClosedEvent> searchEnding(SolrConnection connection) {
        return closed -> connection.giveUp();
    }

    @Bean
    Simplification simplification(Configset configset) {
        return new Simplification(configset);
    }

    @Bean
    Synonyms synonyms(ObjectProvider<GongbaoSettings> settings) {
        return Synonyms.over(profiles(settings));
    }

    @Bean
    Places places(ObjectProvider<GongbaoSettings> settings) {
        return Places.over(profiles(settings));
    }

    private static @Nullable Path profiles(ObjectProvider<GongbaoSettings> settings) {
        GongbaoSettings all = settings.getIfAvailable();
        return all == null ? null : all.profiles();
    }

    @Bean
    AgencyCounts agencyCounts(SolrDocumentSearch search) {
        return new SolrAgencyCounts(search::ask);
    }

    @Bean
    SolrDocumentSearch solrDocumentSearch(
            SolrConnection connection, Simplification simplification, Synonyms synonyms, Clock clock) {
        return new SolrDocumentSearch(connection, simplification, synonyms, clock);
    }

    @Bean
    @Primary
    DocumentSearch documentSearch(SolrDocumentSearch search, SolrSettings settings) {
        return new BoundedSearch(search, settings.searches(), PATIENCE);
    }

    @Bean
    DutySearch dutySearch(SolrConnection connection, Clock clock) {
        return new SolrDutySearch(connection, clock);
    }

    @Bean
    SolrDissemination solrDissemination(SolrConnection connection, Simplification simplification) {
        return new SolrDissemination(connection, new Entries(new NumberKeys(simplification)));
    }
}
