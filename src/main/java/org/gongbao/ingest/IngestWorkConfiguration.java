package org.gongbao.ingest;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.gongbao.access.AuditTrail;
import org.gongbao.archive.Archive;
import org.gongbao.archive.Quarantine;
import org.gongbao.extraction.Workers;
import org.gongbao.privacy.PackageMaker;
import org.gongbao.privacy.PersonalData;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.publication.ErasedTraces;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.ScheduledReleases;
import org.gongbao.publication.TransparencyLog;
import org.gongbao.record.TextCorrection;
import org.gongbao.review.Corrections;
import org.gongbao.review.Deadlines;
import org.gongbao.review.DocumentReadings;
import org.gongbao.review.LikeDocuments;
import org.gongbao.review.Redactions;
import org.gongbao.review.Releases;
import org.gongbao.review.Submissions;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.gongbao.system.GongbaoSettings;
import org.gongbao.system.OwnerOnly;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What works on the queue, in the process that owns the data folder. Samples come by {@link Samples#load}. */
@Configuration(proxyBeanMethods = false)
@OwnerOnly
@EnableConfigurationProperties({IngestSettings.class, VirusSettings.class})
class IngestWorkConfiguration {

    /** Longest time that the virus scanner may take for one file. */
    private static final Duration LONGEST_SCAN = Duration.ofMinutes(5);

    @Bean
    VirusScanner virusScanner(VirusSettings settings) {
        return settings.clamd() == null ? VirusScanner.NONE : new Clamd(settings.clamd(), LONGEST_SCAN);
    }

    @Bean
    Pipeline pipeline(
            Archive archive,
            Quarantine quarantine,
            VirusScanner viruses,
            Workers workers,
            JobDocuments documents,
            JobOutcomes outcomes,
            PublishedDocuments published,
            Corrections corrections,
            DocumentReadings readings,
            Redactions redactions,
            PackageMaker maker,
            Publisher publisher,
            ScheduledReleases timed,
            JobQueue queue,
            DataFolder folder,
            GongbaoSettings settings) {
        return new Pipeline(
                archive,
                new Prescan(archive, quarantine, viruses, workers, settings),
                quarantine,
                new FileReading(workers, settings, texts(documents, corrections)),
                new Extractions(folder.folder("work/extractions")),
                documents,
                outcomes,
                published,
                new FileDocuments(
                        documents,
                        published,
                        corrections,
                        new Publication(
                                maker,
                                publisher,
                                timed,
                                published,
                                readings,
                                new Said(corrections, redactions, texts(documents, corrections), readings::terms),
                                new Extractions(folder.folder("work/extractions")),
                                folder.folder("work/packages"))),
                PersonalData.over(settings.profiles()),
                new Cancellation(queue, documents, timed));
    }

    /** What people read in an original: what was said of any of its documents. */
    private static Function<String, List<TextCorrection>> texts(JobDocuments documents, Corrections corrections) {
        return sha256 -> corrections.texts(documents.ofOriginal(sha256).values());
    }

    @Bean
    ErasedTraces originalTraces(
            Archive archive,
            Database database,
            JobDocuments documents,
            PublishedDocuments published,
            Regressions regressions,
            DataFolder folder) {
        return new OriginalTraces(
                archive,
                database,
                documents,
                new Extractions(folder.folder("work/extractions")),
                published,
                regressions);
    }

    @Bean
    Regressions regressions(
            JobDocuments documents, Corrections corrections, Database database, AuditTrail trail, DataFolder folder) {
        return new Regressions(folder.folder(Regressions.FOLDER), documents, corrections, database, trail);
    }

    /** @param engine has restored what the register lacked, so that nothing public is taken for new */
    @Bean(initMethod = "start")
    IngestRunner ingestRunner(
            Archive archive,
            JobQueue queue,
            Batches batches,
            JobDocuments documents,
            Pipeline pipeline,
            IngestSettings settings,
            DataFolder folder,
            DisseminationEngine engine,
            Clock clock) {
        InUse inUse = new InUse();
        Settling settling = new Settling(archive, queue, batches, documents, inUse, clock);
        StorageProbe probe = new StorageProbe(folder.folder("work"));
        return new IngestRunner(queue, pipeline, settling, inUse, settings, probe::works, folder);
    }

    @Bean
    WorkingDocuments workingDocuments(
            Archive archive,
            JobDocuments documents,
            Workers workers,
            Corrections corrections,
            DataFolder folder,
            GongbaoSettings settings) {
        return new WorkingDocuments(
                archive,
                documents,
                workers,
                new FileReading(workers, settings, texts(documents, corrections)),
                new Extractions(folder.folder("work/extractions")),
                PersonalData.over(settings.profiles()),
                corrections);
    }

    @Bean
    StatedModes statedModes(Submissions submissions, WorkingDocuments documents, Corrections corrections) {
        return new StatedModes(submissions, documents, corrections);
    }

    @Bean(initMethod = "start")
    DeskRounds deskRounds(
            Ingest ingest,
            DocumentReadings readings,
            Releases releases,
            ScheduledReleases timed,
            WorkingDocuments documents,
            Deadlines deadlines,
            StatedModes modes,
            LikeDocuments likes,
            Clock clock) {
        return new DeskRounds(ingest, readings, releases, timed, documents, deadlines, modes, likes, clock);
    }

    @Bean
    Samples samples(GongbaoSettings settings, Archive archive, Ingest ingest, Batches batches, TransparencyLog log) {
        return new Samples(
                settings.samples(),
                new PathMatchingResourcePatternResolver(),
                archive,
                ingest,
                batches,
                log::isOfSamples,
                log::size);
    }
}
