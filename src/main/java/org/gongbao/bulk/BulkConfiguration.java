package org.gongbao.bulk;

import java.time.Duration;
import java.time.Instant;
import org.gongbao.linkeddata.DocumentGraphs;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.TransparencyLog;
import org.gongbao.system.DataFolder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The releases for download. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BulkConfiguration.BulkSettings.class)
class BulkConfiguration {

    /**
     * When releases are made.
     *
     * @param quiet how long nothing was published before one is made
     * @param latest how long a published document waits for one at most
     */
    @ConfigurationProperties("gongbao.bulk")
    record BulkSettings(
            @DefaultValue("5s") Duration quiet,
            @DefaultValue("1h") Duration latest) {}

    @Bean
    BulkDissemination bulkDissemination(
            DataFolder folder, DocumentGraphs graphs, PublishedDocuments documents, TransparencyLog log) {
        return new BulkDissemination(folder.folder("bulk"), graphs, documents, position -> time(log, position));
    }

    private static Instant time(TransparencyLog log, long position) {
        return log.eventsAfter(Math.max(0, position - 1), 1).stream()
                .findFirst()
                .map(LogEvent::time)
                .orElse(Instant.EPOCH);
    }

    @Bean(initMethod = "start")
    ReleaseSchedule releaseSchedule(BulkDissemination bulk, BulkSettings settings) {
        return new ReleaseSchedule(bulk, settings.quiet(), settings.latest());
    }
}
