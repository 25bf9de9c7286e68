package org.gongbao.review;

import java.nio.file.Path;
import org.gongbao.system.TestPostgres;

class PostgresqlSubmissionTracesTest extends SubmissionTracesContract {

    @Override
    String newDatabase(Path folder) {
        return TestPostgres.newDatabase();
    }
}
