package org.gongbao.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedStore;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of releases and deltas whatever was published, changed and taken away in whatever order. */
class ReleaseHistoriesTest {

    private static final int EVENTS = 18;

    @TempDir
    Path data;

    @TempDir
    Path folder;

    private final Map<Uid, Integer> numbers = new LinkedHashMap<>();
    private int documents;

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 20261126})
    void aDeltaLeadsFromEveryReleaseToEveryLaterOneByteForByte(long seed) throws IOException {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (BulkStore store = new BulkStore(new PublishedStore(data), folder.resolve("bulk"))) {
            Map<ReleaseName, Contents> releases = new LinkedHashMap<>();
            for (int event = 0; event < EVENTS; event++) {
                happen(store.published, random);
                long head = store.published.position();
                // Later nobody can make this one: what is erased then is in it now.
                releases.put(new ReleaseName(head, head), contents(store, new ReleaseName(head, head)));
            }
            long head = store.published.position();
            for (long to = 1; to <= head; to++) {
                ReleaseName wanted = new ReleaseName(to, head);
                Contents expected = contents(store, wanted);
                for (ReleaseName from : releases.keySet()) {
                    if (from.position() <= to) {
                        assertThat(applied(store, releases.get(from), new DeltaName(from.position(), to, head)))
                                .as("seed " + seed + ": " + from + " to " + wanted)
                                .isEqualTo(expected);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4711})
    void twoMachinesMakeTheSameBytes(long seed) throws IOException {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try (BulkStore one = new BulkStore(new PublishedStore(data), folder.resolve("one"))) {
            for (int event = 0; event < EVENTS; event++) {
                happen(one.published, random);
            }
            one.published.archiveLog();
            long head = one.published.position();
            ReleaseName name = new ReleaseName(head / 2, head);
            Map<String, String> first = digests(one.writer("1").write(name, newFolder("first")));
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            try (BulkStore other =
                    new BulkStore(PublishedStore.restored(data, folder.resolve("machine")), folder.resolve("other"))) {
                assertThat(digests(other.writer("1").write(name, newFolder("second"))))
                        .as("seed " + seed)
                        .isEqualTo(first);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void aDeltaTellsWhatKindOfChangeItWas() throws IOException {
        try (BulkStore store = new BulkStore(new PublishedStore(data), folder.resolve("bulk"))) {
            PublishedStore published = store.published;
            Uid described = published.publish("描述");
            Uid readAnew = published.publish("重读");
            Uid corrected = published.publish("更正");
            Uid narrowed = published.publish("收窄");
            Uid withdrawn = published.publish("撤回");
            Uid erased = published.publish("销毁");
            published.publish("不变");
            long from = published.position();
            published.publish(
                    described,
                    published.record(described).toBuilder().summary("摘要").build(),
                    Terms.OPEN,
                    LogEvent.Type.REVISED);
            published.publish(
                    readAnew,
                    published.record(readAnew).toBuilder().text("重新识别的正文").build(),
                    Terms.OPEN,
                    LogEvent.Type.REVISED);
            published.publish(
                    corrected,
                    published.record(corrected).toBuilder().text("更正后的正文").build(),
                    Terms.OPEN,
                    LogEvent.Type.CORRECTED);
            published.publish(narrowed, published.record(narrowed), Terms.PAGE, LogEvent.Type.REVISED);
            published.withdraw(withdrawn);
            published.withdraw(erased);
            published.erase(erased);
            Uid added = published.publish("新增");
            long to = published.position();

            Deltas.Answer answer = store.deltas.find(new DeltaName(from, to, to));
            Delta delta = ((Deltas.Answer.Found) answer).delta();
            Map<Uid, String> kinds = new LinkedHashMap<>();
            BulkStore.text(delta.folder().resolve("changes.ndjson.gz"))
                    .lines()
                    .map(ChangeLine::parse)
                    .forEach(line -> kinds.put(line.uid(), line.op() + " " + line.kind()));
            assertThat(kinds)
                    .containsOnly(
                            Map.entry(described, "changed metadata"),
                            Map.entry(readAnew, "changed re-extraction"),
                            Map.entry(corrected, "changed content"),
                            Map.entry(narrowed, "removed narrowed"),
                            Map.entry(withdrawn, "removed withdrawn"),
                            Map.entry(erased, "removed erased"),
                            Map.entry(added, "added new"));
            assertThat(List.of(delta.added(), delta.changed(), delta.removed())).containsExactly(1L, 3L, 3L);
        }
    }

    @Test
    void aDeltaOfBeforeAWithdrawalIsRemovedAndLeadsToTheOneOfNow() {
        try (BulkStore store = new BulkStore(new PublishedStore(data), folder.resolve("bulk"))) {
            BulkDissemination bulk = store.open();
            store.published.publish("一");
            store.apply(bulk);
            Uid gone = store.published.publish("金丝雀");
            DeltaName before = new DeltaName(1, 2, 2);
            Path made =
                    ((Deltas.Answer.Found) store.deltas.find(before)).delta().folder();
            store.published.withdraw(gone);
            store.apply(bulk);

            assertThat(made).doesNotExist();
            assertThat(store.deltas.find(before)).isEqualTo(new Deltas.Answer.Moved(new DeltaName(1, 2, 3)));
            assertThat(store.deltas.name(1, 2)).isEqualTo(new Deltas.Answer.Moved(new DeltaName(1, 2, 3)));
            assertThat(store.deltas.find(new DeltaName(1, 2, 4))).isEqualTo(new Deltas.Answer.Unknown());
            assertThat(store.deltas.name(1, 4)).isEqualTo(new Deltas.Answer.Unknown());
        }
    }

    /** Something that may happen to what is there. */
    private void happen(PublishedStore store, Random random) {
        List<Uid> all = new ArrayList<>(numbers.keySet());
        Uid uid = all.isEmpty() ? null : all.get(random.nextInt(all.size()));
        int number = uid == null ? 0 : numbers.get(uid);
        boolean isPublic = uid != null && isPublic(store, uid);
        Terms terms = random.nextInt(4) == 0 ? Terms.values()[random.nextInt(4)] : Terms.OPEN;
        String words = "事项" + random.nextInt(1000);
        int what = random.nextInt(10);
        if (uid == null || what < 3) {
            Uid fresh = new Uid("%08d%08d".formatted(random.nextInt(100_000_000), ++documents));
            numbers.put(fresh, documents);
            store.publish(fresh, paper(numbers.get(fresh), words), terms, LogEvent.Type.RELEASED);
        } else if (!isPublic && what < 6 && !isErased(store, uid)) {
            store.erase(uid);
            numbers.remove(uid);
        } else if (!isPublic) {
            store.publish(uid, paper(number, words), terms, LogEvent.Type.RELEASED);
        } else if (what < 5) {
            store.publish(uid, paper(number, words), terms, LogEvent.Type.REVISED);
        } else if (what == 5) {
            store.publish(uid, paper(number, words), terms, LogEvent.Type.CORRECTED);
        } else if (what == 6) {
            store.correctForPrivacy(uid, paper(number, words), terms);
        } else {
            store.withdraw(uid);
        }
    }

    /** Every third one is a digitised issue, with a document of its own inside. */
    private static DocumentRecord paper(int number, String words) {
        DocumentRecord notice = PublishedStore.notice(number, words);
        return number % 3 == 0
                ? notice.toBuilder()
                        .items(List.of(PublishedStore.notice(number, "刊载" + words)))
                        .build()
                : notice;
    }

    private static boolean isPublic(PublishedStore store, Uid uid) {
        return last(store, uid).leavesPublic();
    }

    private static boolean isErased(PublishedStore store, Uid uid) {
        return last(store, uid) == LogEvent.Type.ERASED;
    }

    private static LogEvent.Type last(PublishedStore store, Uid uid) {
        return store.log().events(uid).stream()
                .max(Comparator.comparingLong(LogEvent::seq))
                .orElseThrow()
                .event();
    }

    /** What deltas lead to: the lines of all documents, and their quads. */
    private record Contents(String lines, String quads) {}

    private Contents contents(BulkStore store, ReleaseName name) throws IOException {
        Path release = newFolder("release");
        try {
            store.writer("1").write(name, release);
            return new Contents(
                    BulkStore.text(release.resolve("documents.ndjson.gz")),
                    BulkStore.text(release.resolve("documents.nq.gz")));
        } finally {
            ReleaseShelf.delete(release);
        }
    }

    private Contents applied(BulkStore store, Contents from, DeltaName name) throws IOException {
        Path lines = Files.writeString(folder.resolve("old.ndjson"), from.lines());
        Path quads = Files.writeString(folder.resolve("old.nq"), from.quads());
        Path delta = newFolder("delta");
        BulkStore.deltaWriter(store.published).write(name, delta);
        Path changes = delta.resolve("changes.ndjson.zst");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DeltaApplication.apply(lines, changes, out);
        ByteArrayOutputStream graphs = new ByteArrayOutputStream();
        QuadsApplication.apply(quads, changes, delta.resolve("changes.nq.zst"), graphs);
        ReleaseShelf.delete(delta);
        return new Contents(out.toString(StandardCharsets.UTF_8), graphs.toString(StandardCharsets.UTF_8));
    }

    private Path newFolder(String name) throws IOException {
        return Files.createTempDirectory(folder, name);
    }

    private static Map<String, String> digests(Release release) throws IOException {
        Map<String, String> digests = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(release.folder())) {
            files.sorted().forEach(file -> {
                try {
                    digests.put(file.getFileName().toString(), Digest.of(Files.readAllBytes(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return digests;
    }
}
