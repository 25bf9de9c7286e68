package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A store whose projections are given by the test. */
abstract class DisseminationFixture {

    static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private @Nullable TestStore open;

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    final TestStore open(Dissemination... targets) {
        close();
        TestStore store = new TestStore(folder, TestStore.sqlite(folder), List.of(), List.of(targets));
        open = store;
        return store;
    }

    /** What a projection must hold. */
    static Map<String, String> published(TestStore store) {
        Map<String, String> documents = new TreeMap<>();
        store.documents.all().forEach(document -> documents.put(document.uid().value(), FileProjection.line(document)));
        return documents;
    }

    static void assertFollows(TestStore store, FileProjection projection) {
        assertThat(store.engine.awaitCaughtUp(LONG)).isTrue();
        assertThat(projection.documents()).isEqualTo(published(store));
        assertThat(projection.position()).isEqualTo(store.log.size());
    }
}
