package org.gongbao.review;

import java.nio.file.Path;

class SqliteSubmissionsTest extends SubmissionsContract {

    @Override
    String newDatabase(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("gongbao.db");
    }
}
