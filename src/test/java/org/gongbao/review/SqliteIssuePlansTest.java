package org.gongbao.review;

import java.nio.file.Path;

class SqliteIssuePlansTest extends IssuePlansContract {

    @Override
    String newDatabase(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("gongbao.db");
    }
}
