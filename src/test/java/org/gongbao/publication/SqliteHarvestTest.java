package org.gongbao.publication;

import java.nio.file.Path;

class SqliteHarvestTest extends HarvestContract {
    @Override
    String newDatabase(Path folder) {
        return TestStore.sqlite(folder);
    }
}
