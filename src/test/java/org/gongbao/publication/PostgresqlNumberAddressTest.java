package org.gongbao.publication;

import java.nio.file.Path;
import org.gongbao.system.TestPostgres;

class PostgresqlNumberAddressTest extends NumberAddressContract {
    @Override
    String newDatabase(Path folder) {
        return TestPostgres.newDatabase();
    }
}
