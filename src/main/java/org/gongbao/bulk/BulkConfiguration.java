package org.gongbao.bulk;

import java.time.Duration;
import org.gongbao.linkeddata.DocumentGraphs;
import org.gongbao.publication.RightsSettings;
import org.gongbao.publication.Snapshots;
import org.gongbao.publication.TransparencyLog;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.gongbao.system.GongbaoSettings;
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
     * @param keep how many can be had at a time
     * @param deltas how many deltas stay on disk
     * @param deltaEvents events of the log that a delta spans at most
     */
    @ConfigurationProperties("gongbao.bulk")
    record BulkSettings(
            @DefaultValue("5s") Duration quiet,
            @DefaultValue("1h") Duration latest,
            @DefaultValue("3") int keep,
            @DefaultValue("50") int deltas,
            @DefaultValue("50000") long deltaEvents) {}

    @Bean
    DeltaShelf deltas(
            DataFolder folder, DocumentGraphs graphs, Snapshots snapshots, TransparencyLog log, BulkSettings settings) {
        return new DeltaShelf(
                folder.folder("bulk").resolve(Delta.PLACE),
                new DeltaWriter(snapshots, log, graphs),
                snapshots,
                settings.deltas(),
                settings.deltaEvents());
    }

    @Bean
    BulkDissemination bulkDissemination(
            DataFolder folder,
            DocumentGraphs graphs,
            DeltaShelf deltas,
            Snapshots snapshots,
            TransparencyLog log,
            GongbaoSettings gongbao,
            RightsSettings rights,
            BulkSettings settings) {
        ReleaseWriter writer = new ReleaseWriter(snapshots, graphs, log, gongbao.base(), rights);
        return new BulkDissemination(folder.folder("bulk"), writer, deltas, snapshots, settings.keep());
    }

    @Bean
    Bags bags(Releases releases, Snapshots snapshots) {
        return new StreamedBags(releases, snapshots);
    }

    @Bean
    FrozenSets frozenSets(Database database, TransparencyLog log) {
        return new StoredFrozenSets(database, log);
    }

    @Bean(initMethod = "start")
    ReleaseSchedule releaseSchedule(BulkDissemination bulk, BulkSettings settings) {
        return new ReleaseSchedule(bulk, settings.quiet(), settings.latest());
    }
}
