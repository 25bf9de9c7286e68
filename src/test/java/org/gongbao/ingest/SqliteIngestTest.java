package org.gongbao.ingest;

import java.nio.file.Path;

class SqliteIngestTest extends IngestContract {
    @Override
    String url(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("test.db");
    }
}
