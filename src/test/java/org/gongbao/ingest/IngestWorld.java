package org.gongbao.ingest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.gongbao.archive.Archive;
import org.gongbao.archive.JournalFile;
import org.gongbao.archive.OcflArchive;
import org.gongbao.archive.Quarantine;
import org.gongbao.privacy.Decided;
import org.gongbao.privacy.PackageMaker;
import org.gongbao.privacy.PersonalData;
import org.gongbao.privacy.Portion;
import org.gongbao.privacy.TreatmentPolicy;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.TextCorrection;
import org.gongbao.review.Corrections;
import org.gongbao.review.Redactions;
import org.gongbao.review.ReleaseRule;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.gongbao.system.GongbaoSettings;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One process's archive, queue and runner over real folders and a real database, with a reader and publisher of text. */
final class IngestWorld implements AutoCloseable {

    static final IngestSettings SETTINGS =
            new IngestSettings(2, Duration.ofSeconds(60), Duration.ofMillis(10), 3, 5, 20);

    final Database database;
    final Archive archive;
    final Quarantine quarantine;
    final QuarantineDesk quarantineDesk;
    final AtomicReference<VirusScanner> viruses = new AtomicReference<>(VirusScanner.NONE);
    final FilePublisher publisher;
    final AtomicBoolean isOwned = new AtomicBoolean(true);
    final AtomicBoolean isOfSamples = new AtomicBoolean(true);
    final AtomicBoolean storageWorks = new AtomicBoolean(true);
    final TextWorkers workers = new TextWorkers();
    final Ingest ingest;
    final Batches batches;
    final JobQueue queue;
    final JobDocuments documents;
    final IngestRunner runner;
    final Corrections corrections;
    final Redactions redactions;
    final Map<Uid, Terms> terms = new ConcurrentHashMap<>();

    IngestWorld(Path folder, String url) {
        this(folder, url, IngestWorld::publicText);
    }

    IngestWorld(Path folder, String url, PackageMaker maker) {
        Clock clock = Clock.systemUTC();
        DataFolder data = new DataFolder(folder);
        database = Database.open(url);
        archive = new OcflArchive(data, database, clock);
        quarantine = new Quarantine(data, database, clock);
        publisher = new FilePublisher(folder.resolve("published.txt"));
        queue = new JobQueue(database, clock);
        batches = new Batches(database, clock);
        documents = new JobDocuments(database, new DocumentJournal(data.folder("archive")));
        corrections =
                new Corrections(database, new JournalFile(data.folder("archive").resolve("corrections.jsonl")), clock);
        redactions = new Redactions(
                database,
                new JournalFile(data.folder("archive").resolve("redactions.jsonl")),
                data.folder("keys").resolve("redaction.hmac"),
                TreatmentPolicy.over(null),
                (sql, actor, action, object, details) -> {},
                clock);
        JobOutcomes outcomes = new JobOutcomes(database);
        ingest = new Ingest(archive, queue, batches, documents, outcomes, isOwned::get);
        quarantineDesk = new QuarantineDesk(quarantine, archive, ingest, database, Optional.empty());
        GongbaoSettings settings = new GongbaoSettings(
                Path.of("data"), URI.create("http://localhost"), ZoneId.of("Asia/Shanghai"), "云州市人民政府办公室", false, null);
        Pipeline pipeline = new Pipeline(
                archive,
                new Prescan(archive, quarantine, file -> viruses.get().scan(file), workers, settings),
                quarantine,
                new FileReading(workers, settings, this::texts),
                new Extractions(data.folder("work/extractions")),
                documents,
                outcomes,
                publisher,
                new FileDocuments(
                        documents,
                        publisher,
                        corrections,
                        new Publication(
                                maker,
                                publisher,
                                publisher,
                                publisher,
                                ReleaseRule.NONE,
                                new Said(
                                        corrections,
                                        redactions,
                                        this::texts,
                                        uid -> Optional.ofNullable(terms.get(uid))),
                                new Extractions(data.folder("work/extractions")),
                                data.folder("work/packages"))),
                PersonalData.over(null),
                new Cancellation(queue, documents, publisher));
        InUse inUse = new InUse();
        Settling settling = new Settling(archive, queue, batches, documents, inUse, clock);
        runner = new IngestRunner(queue, pipeline, settling, inUse, SETTINGS, storageWorks::get, data);
    }

    private List<TextCorrection> texts(String sha256) {
        return corrections.texts(documents.ofOriginal(sha256).values());
    }

    Samples samples(PathMatchingResourcePatternResolver resolver) {
        return new Samples(true, resolver, archive, ingest, batches, isOfSamples::get, publisher::position);
    }

    static PackageContent publicText(
            Path original, DocumentRecord working, Decided decided, Portion portion, Path folder) {
        try {
            Path text = Files.writeString(folder.resolve("document.txt"), working.text());
            return new PackageContent(working, Map.of("document.txt", text));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        runner.close();
        database.close();
    }
}
