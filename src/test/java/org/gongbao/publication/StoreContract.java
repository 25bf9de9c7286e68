package org.gongbao.publication;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store on a database of its own for every test. */
abstract class StoreContract {

    @TempDir
    Path folder;

    final List<PublicationGate> gates = new ArrayList<>();
    private String url = "";
    TestStore store;

    abstract String newDatabase(Path folder);

    @BeforeEach
    void open() {
        url = newDatabase(folder);
        store = new TestStore(folder, url, gates, List.of());
    }

    @AfterEach
    void close() {
        store.close();
    }

    final void reopen() {
        store.close();
        store = new TestStore(folder, url, gates, List.of());
    }

    /** A gate with the same answer for all. */
    record NamedGate(String name, List<String> reasons) implements PublicationGate {
        @Override
        public List<String> obstacles(DocumentRecord working, PackageContent content) {
            return reasons;
        }
    }
}
