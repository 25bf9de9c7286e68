package org.gongbao.ingest;

import java.nio.file.Path;
import org.gongbao.system.TestPostgres;

class PostgresqlIngestTest extends IngestContract {
    @Override
    String url(Path folder) {
        return TestPostgres.newDatabase();
    }
}
