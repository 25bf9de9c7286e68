package org.gongbao.publication;

import java.nio.file.Path;
import org.gongbao.system.TestPostgres;

class PostgresqlDataListsTest extends DataListsContract {
    @Override
    String newDatabase(Path folder) {
        return TestPostgres.newDatabase();
    }
}
