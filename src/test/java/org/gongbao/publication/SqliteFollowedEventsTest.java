package org.gongbao.publication;

import java.nio.file.Path;

class SqliteFollowedEventsTest extends FollowedEventsContract {
    @Override
    String newDatabase(Path folder) {
        return TestStore.sqlite(folder);
    }
}
