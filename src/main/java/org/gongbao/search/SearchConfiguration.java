package org.gongbao.search;

import java.time.Clock;
import org.gongbao.system.DataFolder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;

/** Puts the search together. Solr opens in the background while the rest starts, and closes with the context. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SolrSettings.class)
class SearchConfiguration {

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
    DocumentSearch documentSearch(SolrConnection connection, Simplification simplification, Clock clock) {
        return new SolrDocumentSearch(connection, simplification, clock);
    }

    @Bean
    SolrDissemination solrDissemination(SolrConnection connection, Simplification simplification) {
        return new SolrDissemination(connection, new Entries(new NumberKeys(simplification)));
    }
}
