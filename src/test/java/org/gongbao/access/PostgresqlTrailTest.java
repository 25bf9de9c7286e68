package org.gongbao.access;

import java.nio.file.Path;
import org.gongbao.system.TestPostgres;

class PostgresqlTrailTest extends TrailContract {
    @Override
    String database(Path folder) {
        return TestPostgres.newDatabase();
    }
}
