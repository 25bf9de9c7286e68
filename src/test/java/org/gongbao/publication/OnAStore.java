package org.gongbao.publication;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests on an empty store, a new one each. */
abstract class OnAStore {

    @TempDir
    Path folder;

    TestStore store;

    @BeforeEach
    void open() {
        store = new TestStore(folder, TestStore.sqlite(folder));
    }

    @AfterEach
    void close() {
        store.close();
    }
}
