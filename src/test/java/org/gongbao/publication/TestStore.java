package org.gongbao.publication;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongbao.access.AuditTrail;
import org.gongbao.archive.Archive;
import org.gongbao.archive.OcflArchive;
import org.gongbao.record.DocumentRecord;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.gongbao.system.TestClock;

/** A whole store: database, archive, register, log and projections. */
final class TestStore implements AutoCloseable {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    final TestClock clock;
    final Database database;
    final DataFolder data;
    final Archive archive;
    final PackageStore packages;
    final LogArchive logArchive;
    final LogSigner signer;
    final TransparencyLog log;
    final RegisterDocuments documents;
    final RegisterRebuild rebuild;
    final EventAppender events;
    final RegisterPublisher publisher;
    final ScheduledReleases scheduled;
    final Validities validities;
    final LogAudit audit;
    final DisseminationEngine engine;
    final LogSignal signal = new LogSignal();
    final List<ReleaseStep> steps = new ArrayList<>();
    final Takedowns takedowns;
    final Erasure erasure;
    final List<String> trailed = new ArrayList<>();
    boolean refusesTrail;
    private final AuditTrail trail = (sql, actor, action, object, details) -> {
        if (refusesTrail) {
            throw new IllegalStateException("the trail cannot be written");
        }
        trailed.add(actor + " " + action);
    };

    TestStore(Path folder, String url) {
        this(folder, url, List.of(), List.of());
    }

    TestStore(Path folder, String url, List<PublicationGate> gates, List<Dissemination> targets) {
        this(folder, url, gates, targets, new IndexNumberSettings("", ""));
    }

    TestStore(
            Path folder,
            String url,
            List<PublicationGate> gates,
            List<Dissemination> targets,
            IndexNumberSettings numbers) {
        this.clock = new TestClock();
        this.database = Database.open(url);
        this.data = new DataFolder(folder);
        this.archive = new OcflArchive(data, database, clock);
        this.archive.recover();
        this.packages = new PackageStore(archive);
        this.logArchive = new LogArchive(archive, data.folder("archive/log"));
        Optional<Mirror> mirror = Mirror.of(data);
        this.signer = mirror.isPresent()
                ? LogSigner.ofMirror(data.folder("keys"), mirror.get())
                : new LogSigner(data.folder("keys"), "yunzhou.example/log/示例");
        this.log = new TransparencyLog(database, signer);
        this.documents = new RegisterDocuments(database, packages);
        this.rebuild = new RegisterRebuild(database, packages, logArchive, mirror.isPresent());
        this.events = new EventAppender(database, () -> steps, signal, clock, mirror.isPresent());
        this.publisher = new RegisterPublisher(
                database, packages, gates, events, new IndexNumbers(numbers, ZONE), this::purge, data);
        this.scheduled = new ScheduledReleases(database, publisher, clock, data);
        Audit audits = new Audit(() -> trail);
        this.takedowns =
                new Takedowns(database, publisher, events, packages, audits, WorkingDays.weekdays(ZONE), clock);
        this.erasure = new Erasure(
                database, events, new PackagePurge(database, archive), scheduled, documents, List::of, audits);
        this.validities = new Validities(database, packages);
        this.audit = new LogAudit(database, packages, logArchive, signer);
        this.engine = DisseminationEngine.of(database, documents, logArchive, targets, signal, clock, 200);
    }

    private void purge(Uid uid) {
        new PackagePurge(database, archive).run();
        documents.forget(uid);
    }

    static String sqlite(Path folder) {
        new DataFolder(folder);
        return "jdbc:sqlite:" + folder.resolve("gongbao.db");
    }

    /** Publishes a first version. */
    Uid publish(DocumentRecord record) {
        Uid uid = Uid.mint();
        publisher.publish(uid, record, Papers.content(record), LogEvent.Type.RELEASED);
        return uid;
    }

    PublishedDocument document(Uid uid) {
        return ((PublishedDocuments.PublicState.Public) documents.find(uid).orElseThrow()).document();
    }

    @Override
    public void close() {
        engine.close();
        database.close();
    }
}
