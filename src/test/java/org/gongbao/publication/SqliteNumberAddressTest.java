package org.gongbao.publication;

import java.nio.file.Path;

class SqliteNumberAddressTest extends NumberAddressContract {
    @Override
    String newDatabase(Path folder) {
        return TestStore.sqlite(folder);
    }
}
