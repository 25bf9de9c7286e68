package org.gongbao.ingest;

import java.nio.file.Path;
import org.gongbao.system.TestPostgres;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class PostgresqlParkedJobsTest extends ParkedJobsContract {
    @Override
    String url(Path folder) {
        return TestPostgres.newDatabase();
    }
}
