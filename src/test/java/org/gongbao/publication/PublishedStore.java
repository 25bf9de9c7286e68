package org.gongbao.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.record.Citation;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Table;
import org.gongbao.record.Task;
import org.gongbao.system.Database;

/** A whole store for tests of what is made from log and packages: documents are published, changed and taken away in it. */
public final class PublishedStore implements AutoCloseable {

    private final Path folder;
    private final TestStore store;

    public PublishedStore(Path folder) {
        this.folder = folder;
        this.store = new TestStore(folder, TestStore.sqlite(folder));
    }

    /** The same archive on another machine: the register, its log with it, is made anew from the archive alone. */
    public static PublishedStore restored(Path archive, Path folder) {
        try {
            for (String part : List.of("archive", "keys")) {
                copy(archive.resolve(part), folder.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PublishedStore other = new PublishedStore(folder);
        other.store.rebuild.restoreMissing();
        return other;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(each, target);
                }
            }
        }
    }

    public Snapshots snapshots() {
        return new Snapshots(store.database, store.packages);
    }

    public TransparencyLog log() {
        return store.log;
    }

    public PublishedDocuments documents() {
        return store.documents;
    }

    public Database database() {
        return store.database;
    }

    public long position() {
        return store.log.size();
    }

    /** Has the archive keep the log, as the first projection does. */
    public void archiveLog() {
        ArchiveProjection projection = new ArchiveProjection(store.database, store.logArchive);
        projection.open(position());
        while (projection.applied() < position()) {
            projection.advance(position());
        }
    }

    /** A notice with a table, a duty and a citation of another notice. */
    public static DocumentRecord notice(int number, String words) {
        DocumentRecord plain = Papers.notice(number, "云州市人民政府关于" + words + "的通知");
        return plain.toBuilder()
                .issuers(List.of("云州市人民政府"))
                .tables(List.of(new Table("任务表", List.of("序号", "事项"), List.of(List.of("1", words)), List.of())))
                .tasks(List.of(new Task(1, null, words, List.of("云州市财政局"), null, List.of(LocalDate.of(2024, 12, 31)))))
                .citations(List.of(new Citation(
                        null, "云政办字〔2023〕" + (number - 1) + "号", "依据", "根据云政办字〔2023〕" + (number - 1) + "号")))
                .build();
    }

    public Uid publish(String words) {
        return publish(Uid.mint(), notice(1 + (int) position(), words), Terms.OPEN, LogEvent.Type.RELEASED);
    }

    public Uid publish(Uid uid, DocumentRecord record, Terms terms, LogEvent.Type event) {
        store.clock.move(java.time.Duration.ofMinutes(7));
        Publisher.Outcome outcome = store.publisher.publish(uid, record, content(record, terms), event);
        if (!(outcome instanceof Publisher.Outcome.Published)) {
            throw new IllegalStateException("not published: " + outcome);
        }
        return uid;
    }

    public void correctForPrivacy(Uid uid, DocumentRecord record, Terms terms) {
        store.clock.move(java.time.Duration.ofMinutes(7));
        store.publisher.correct(uid, record, content(record, terms), new PublicCorrection("保护个人信息", true));
    }

    private PackageContent content(DocumentRecord record, Terms terms) {
        try {
            Path files = Files.createTempDirectory(folder, "content");
            Map<String, Path> named = new HashMap<>();
            named.put(
                    PackageContent.PDF,
                    Files.writeString(files.resolve("public.pdf"), "PDF " + record.documentNumber()));
            return terms.in(new PackageContent(record, named), files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void withdraw(Uid uid) {
        store.clock.move(java.time.Duration.ofMinutes(7));
        store.events.append(sql -> Withdrawal.append(sql, uid, "内容有误", store.events.now()));
    }

    /** Erases what was withdrawn. */
    public void erase(Uid uid) {
        store.clock.move(java.time.Duration.ofMinutes(7));
        store.erasure.erase(uid, new Erasure.Request("甲", "乙", "依法销毁"));
    }

    public DocumentRecord record(Uid uid) {
        return store.document(uid).record();
    }

    @Override
    public void close() {
        store.close();
    }
}
