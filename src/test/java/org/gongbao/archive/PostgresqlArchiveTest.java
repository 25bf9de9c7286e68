package org.gongbao.archive;

import java.nio.file.Path;
import org.gongbao.system.TestPostgres;

class PostgresqlArchiveTest extends ArchiveContract {
    @Override
    String url(Path folder) {
        return TestPostgres.newDatabase();
    }
}
