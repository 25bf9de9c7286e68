package org.gongbao.review;

import java.nio.file.Path;

class SqliteSubmissionTracesTest extends SubmissionTracesContract {

    @Override
    String newDatabase(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("gongbao.db");
    }
}
