package org.gongbao.access;

import java.nio.file.Path;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;

class SqliteTrailTest extends TrailContract {
    @Override
    String database(Path folder) {
        return Database.embedded(new DataFolder(folder));
    }
}
