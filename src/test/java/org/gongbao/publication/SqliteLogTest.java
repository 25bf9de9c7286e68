package org.gongbao.publication;

import java.nio.file.Path;

class SqliteLogTest extends LogContract {
    @Override
    String newDatabase(Path folder) {
        return TestStore.sqlite(folder);
    }
}
