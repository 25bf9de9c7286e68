package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongbao.search.YunzhouDocuments.*;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.gongbao.publication.Change;
import org.gongbao.publication.Uid;
import org.junit.jupiter.api.Test;

/** The index follows the log: at once, in its order, and never back. */
interface DisseminationTests {

    SearchBench bench();

    @Test
    default void aDocumentIsFoundWhenApplyReturns() {
        SearchBench bench = bench();
        Uid uid = bench.nextUid();
        long position = bench.nextPosition();
        bench.dissemination.apply(List.of(change(uid, record("珊瑚礁保护公约", "海域。").build(), position)), position);
        assertThat(bench.found("珊瑚礁")).containsExactly(uid);
        assertThat(bench.dissemination.position()).isEqualTo(position);
    }

    @Test
    default void theSameChangesAgainDoNoHarm() {
        SearchBench bench = bench();
        Uid uid = bench.nextUid();
        long position = bench.nextPosition();
        List<Change> changes = List.of(change(uid, record("钟乳石采集许可", "溶洞。").build(), position));
        bench.dissemination.apply(changes, position);
        bench.dissemination.apply(changes, position);
        assertThat(bench.found("钟乳石")).containsExactly(uid);
        assertThat(bench.dissemination.position()).isEqualTo(position);
    }

    @Test
    default void aWithdrawnDocumentIsGoneFromHitsCountsAndFacets() {
        SearchBench bench = bench();
        Uid uid = bench.nextUid();
        long position = bench.nextPosition();
        long all = bench.find("").total();
        bench.dissemination.apply(
                List.of(change(
                        uid, record("琥珀鉴定规程", "松脂。").issuers(List.of("云州市琥珀所")).build(), position)),
                position);
        assertThat(bench.find("").total()).isEqualTo(all + 1);
        long later = bench.nextPosition();
        bench.dissemination.apply(List.of(gone(uid, later)), later);
        assertThat(bench.found("琥珀")).isEmpty();
        assertThat(bench.find("").total()).isEqualTo(all);
        assertThat(bench.find("").facets().get(SearchRequest.Facet.ISSUER))
                .noneMatch(count -> count.value().equals("云州市琥珀所"));
    }

    @Test
    default void anOlderEventNeitherBringsBackNorOverwrites() {
        SearchBench bench = bench();
        Uid withdrawn = bench.nextUid();
        Uid corrected = bench.nextUid();
        long old = bench.nextPosition();
        long now = bench.nextPosition();
        bench.dissemination.apply(
                List.of(
                        gone(withdrawn, now),
                        change(corrected, record("玳瑁制品新规", "新。").build(), now)),
                now);
        bench.dissemination.apply(
                List.of(
                        change(withdrawn, record("玳瑁制品旧闻", "旧。").build(), old),
                        change(corrected, record("玳瑁制品旧规", "旧。").build(), old)),
                old);
        assertThat(bench.find("玳瑁制品").hits())
                .singleElement()
                .satisfies(hit -> assertThat(hit.title().text()).isEqualTo("玳瑁制品新规"));
        assertThat(bench.dissemination.position()).isEqualTo(now);
    }

    @Test
    default void manyDocumentsGoInBatches() {
        SearchBench bench = bench();
        List<Change> changes = new ArrayList<>();
        long position = 0;
        for (int i = 0; i < 1_100; i++) {
            Uid uid = bench.nextUid();
            position = bench.nextPosition();
            changes.add(change(uid, record("缫丝工艺第" + i + "篇", "茧。").build(), position));
        }
        bench.dissemination.apply(changes, position);
        assertThat(bench.find("缫丝工艺").total()).isEqualTo(1_100);
        List<Change> gone = changes.stream()
                .map(change -> gone(change.uid(), change.position() + 10_000))
                .toList();
        bench.dissemination.apply(gone, position);
        assertThat(bench.find("缫丝工艺").total()).isZero();
    }

    @Test
    default void aSearchIsNeverEmptyDuringARebuild() throws Exception {
        SearchBench bench = bench();
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicInteger empty = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            while (!isOver.get()) {
                empty.addAndGet(bench.found("棚户区改造").equals(List.of(HOUSING)) ? 0 : 1);
                asked.incrementAndGet();
            }
        });
        long position = bench.nextPosition();
        try {
            for (int i = 0; i < 2; i++) {
                bench.dissemination.rebuild(YunzhouDocuments.all().stream(), position);
            }
        } finally {
            isOver.set(true);
        }
        reader.get();
        assertThat(asked.get()).isPositive();
        assertThat(empty.get()).isZero();
        assertThat(bench.dissemination.position()).isEqualTo(position);
    }

    @Test
    default void aRebuildThatFailsLeavesTheOldIndexAndCanBeAskedAgain() {
        SearchBench bench = bench();
        long before = bench.dissemination.position();
        Stream<Change> failing = Stream.concat(YunzhouDocuments.all().stream().limit(2), Stream.generate(() -> {
            throw new IllegalStateException("the package is damaged");
        }));
        assertThatThrownBy(() -> bench.dissemination.rebuild(failing, before + 1))
                .hasMessageContaining("the package is damaged");
        assertThat(bench.found("棚户区改造")).containsExactly(HOUSING);
        assertThat(bench.dissemination.position()).isEqualTo(before);
        long position = bench.nextPosition();
        bench.dissemination.rebuild(YunzhouDocuments.all().stream(), position);
        assertThat(bench.dissemination.position()).isEqualTo(position);
    }
}
