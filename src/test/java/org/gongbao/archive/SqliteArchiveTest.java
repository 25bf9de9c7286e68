package org.gongbao.archive;

import java.nio.file.Path;

class SqliteArchiveTest extends ArchiveContract {
    @Override
    String url(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("test.db");
    }
}
