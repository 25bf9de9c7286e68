package org.gongbao.ingest;

import java.nio.file.Path;

class SqliteReadAnewTest extends ReadAnewContract {
    @Override
    String url(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("test.db");
    }
}
