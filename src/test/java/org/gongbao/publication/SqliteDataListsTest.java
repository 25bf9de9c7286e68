package org.gongbao.publication;

import java.nio.file.Path;

class SqliteDataListsTest extends DataListsContract {
    @Override
    String newDatabase(Path folder) {
        return TestStore.sqlite(folder);
    }
}
