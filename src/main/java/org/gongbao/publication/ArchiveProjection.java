package org.gongbao.publication;

import org.gongbao.archive.StorageException;
import org.gongbao.system.Database;

/** The first projection: events and public reasons go to the archive, from which the register can be restored. */
final class ArchiveProjection implements Projection {

    private static final int BATCH = 500;

    private final Database database;
    private final LogArchive archive;

    ArchiveProjection(Database database, LogArchive archive) {
        this.database = database;
        this.archive = archive;
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public void open(long head) {
        if (archive.position() > head) {
            throw new StorageException("the archive's log has " + archive.position() + " events, the register only "
                    + head + "; `rebuild register` restores the others");
        }
    }

    @Override
    public long applied() {
        return archive.position();
    }

    @Override
    public void advance(long head) {
        archive.append(new LogStore(database.read())
                .after(archive.position(), BATCH).stream()
                        .map(ArchivedEvent::new)
                        .toList());
    }

    @Override
    public void rebuild() {
        // It is what everything else is rebuilt from; what it has stays.
    }
}
