package org.gongbao.publication;

import java.nio.file.Path;
import org.gongbao.system.TestPostgres;

class PostgresqlPublicationTest extends PublicationContract {
    @Override
    String newDatabase(Path folder) {
        return TestPostgres.newDatabase();
    }
}
