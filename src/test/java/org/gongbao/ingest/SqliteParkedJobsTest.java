package org.gongbao.ingest;

import java.nio.file.Path;

class SqliteParkedJobsTest extends ParkedJobsContract {
    @Override
    String url(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("test.db");
    }
}
