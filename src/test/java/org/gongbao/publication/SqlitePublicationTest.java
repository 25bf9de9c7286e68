package org.gongbao.publication;

import java.nio.file.Path;

class SqlitePublicationTest extends PublicationContract {
    @Override
    String newDatabase(Path folder) {
        return TestStore.sqlite(folder);
    }
}
