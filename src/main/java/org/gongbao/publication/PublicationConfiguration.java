package org.gongbao.publication;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongbao.archive.Archive;
import org.gongbao.archive.Arrival;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.gongbao.system.GongbaoSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

/** Puts register, log and dissemination together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IndexNumberSettings.class, RightsSettings.class})
@Import(RemovalConfiguration.class)
class PublicationConfiguration {

    /** Milliseconds between tries of what a projection refused. */
    private static final long TIDY_EVERY = 60_000;

    @Bean
    LogSignal logSignal() {
        return new LogSignal();
    }

    @Bean
    PackageStore packageStore(Archive archive) {
        return new PackageStore(archive);
    }

    @Bean
    LogArchive logArchive(Archive archive, DataFolder data) {
        return new LogArchive(archive, data.folder("archive/log"));
    }

    @Bean
    LogSigner logSigner(
            DataFolder data, GongbaoSettings settings, Database database, LogArchive logArchive, Archive archive) {
        Optional<Mirror> mirror = Mirror.of(data);
        if (mirror.isPresent()) {
            return LogSigner.ofMirror(data.folder("keys"), mirror.get());
        }
        Path known = data.folder("archive/log").resolve("verifier");
        boolean isUnused = logArchive.position() == 0 && new LogStore(database.read()).size() == 0 && isEmpty(archive);
        return LogSigner.open(data.folder("keys"), known, LogOrigin.of(settings), isUnused);
    }

    private static boolean isEmpty(Archive archive) {
        try (Stream<Arrival> arrivals = archive.arrivals()) {
            return arrivals.findAny().isEmpty();
        }
    }

    @Bean
    RegisterRebuild registerRebuild(Database database, PackageStore packages, LogArchive archive, DataFolder data) {
        return new RegisterRebuild(database, packages, archive, Mirror.of(data).isPresent());
    }

    @Bean
    PublicPackages publicPackages(Database database, PackageStore packages) {
        return new PublicPackages(database, packages);
    }

    /** Only a mirror may ask for it. */
    @Bean
    @Lazy
    Follower follower(
            Database database,
            Archive archive,
            RegisterRebuild rebuild,
            RegisterDocuments documents,
            LogSigner signer,
            LogSignal signal,
            DataFolder data) {
        Mirror mirror = Mirror.of(data).orElseThrow(() -> new IllegalStateException(data.root() + " is no mirror"));
        return new Follower(
                new HttpLeader(mirror.address()),
                mirror.verifier(),
                database,
                archive,
                rebuild,
                documents,
                signer,
                signal,
                data);
    }

    @Bean
    TransparencyLog transparencyLog(Database database, LogSigner signer) {
        return new TransparencyLog(database, signer);
    }

    @Bean
    RegisterDocuments publishedDocuments(Database database, PackageStore packages) {
        return new RegisterDocuments(database, packages);
    }

    @Bean
    Snapshots snapshots(Database database, PackageStore packages) {
        return new Snapshots(database, packages);
    }

    @Bean
    PublishedVersions publishedVersions(RegisterDocuments documents, TransparencyLog log) {
        return new PublishedVersions(documents, log);
    }

    @Bean
    GazetteHoldings gazetteHoldings(Database database) {
        return new RegisterHoldings(database);
    }

    @Bean
    FollowedEvents followedEvents(Database database) {
        return new RegisterEvents(database);
    }

    @Bean
    RecentDocuments recentDocuments(Database database) {
        return new RecentDocuments(database);
    }

    @Bean
    IndexableDocuments indexableDocuments(Database database) {
        return new RegisterIndexable(database);
    }

    @Bean
    CitedStubs citedStubs(Database database) {
        return new RegisterStubs(database);
    }

    @Bean
    NumberedDocuments numberedDocuments(Database database) {
        return new RegisterNumbers(database);
    }

    @Bean
    CitationEdges citationEdges(Database database) {
        return new RegisterCitations(database);
    }

    @Bean
    Harvest harvest(Database database) {
        return new RegisterHarvest(database);
    }

    @Bean
    PublicEvents publicEvents(Database database) {
        return new RegisterPublicEvents(database);
    }

    @Bean
    Catalogue catalogue(Database database, Clock clock, GongbaoSettings settings) {
        return new Catalogue(database, clock, settings.zone());
    }

    @Bean
    Validities validities(Database database, PackageStore packages) {
        return new Validities(database, packages);
    }

    @Bean
    LogAudit logAudit(Database database, PackageStore packages, LogArchive archive, LogSigner signer) {
        return new LogAudit(database, packages, archive, signer);
    }

    @Bean
    EventAppender eventAppender(
            Database database, ObjectProvider<ReleaseStep> steps, LogSignal signal, Clock clock, DataFolder data) {
        return new EventAppender(
                database,
                () -> steps.orderedStream().toList(),
                signal,
                clock,
                Mirror.of(data).isPresent());
    }

    @Bean
    PublicationGate publicKeysGate() {
        return new PublicKeysGate();
    }

    @Bean
    RegisterPublisher publisher(
            Database database,
            PackageStore packages,
            ObjectProvider<PublicationGate> gates,
            EventAppender events,
            IndexNumberSettings numbers,
            GongbaoSettings settings,
            PackagePurge purge,
            RegisterDocuments documents,
            DataFolder data) {
        return new RegisterPublisher(
                database,
                packages,
                gates.orderedStream().toList(),
                events,
                new IndexNumbers(numbers, settings.zone()),
                uid -> {
                    purge.run();
                    documents.forget(uid);
                },
                data);
    }

    @Bean
    ScheduledReleases scheduledReleases(Database database, RegisterPublisher publisher, Clock clock, DataFolder data) {
        return new ScheduledReleases(database, publisher, clock, data);
    }

    /** @param engine has restored what the register lacked, so that nothing public is released again */
    @Bean(initMethod = "start")
    ReleaseTimer releaseTimer(ScheduledReleases releases, DisseminationEngine engine) {
        return new ReleaseTimer(releases);
    }

    /** Restores what the register lacks before anything follows the log. */
    @Bean(initMethod = "start")
    DisseminationEngine disseminationEngine(
            Database database,
            RegisterDocuments documents,
            RegisterRebuild rebuild,
            PackageStore packages,
            LogArchive archive,
            ObjectProvider<Dissemination> targets,
            LogSignal signal,
            PackagePurge purge,
            Clock clock) {
        rebuild.restoreMissing();
        CatalogueEntries.fillMissing(database, packages);
        MissingNumbers.fill(database, packages);
        purge.run();
        return DisseminationEngine.of(
                database, documents, archive, targets.orderedStream().toList(), signal, clock, TIDY_EVERY);
    }
}
