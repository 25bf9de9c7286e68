package org.gongbao.publication;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/** What mirrors take beside the tiles of the log: each event as the archive keeps it, and the packages that may be read. */
public final class PublicPackages {

    private final Database database;
    private final PackageStore packages;

    PublicPackages(Database database, PackageStore packages) {
        this.database = database;
        this.packages = packages;
    }

    /** A file of a package: where its bytes are, that it may be read no more, or that there never was one. */
    public sealed interface Answer {
        record Found(Path path) implements Answer {}

        record Gone() implements Answer {}

        record Unknown() implements Answer {}
    }

    /** An event with its public reason, as one line of JSON; empty where the log does not reach so far. */
    public Optional<String> event(long seq) {
        return entry(seq).map(entry -> new ArchivedEvent(entry).line());
    }

    /** A file of the package that an event published, {@code manifest.json} included, as long as it may be read. */
    public Answer file(long seq, String name) {
        Optional<LogStore.Entry> entry =
                entry(seq).filter(each -> each.event().event().leavesPublic());
        if (entry.isEmpty()) {
            return new Answer.Unknown();
        }
        LogEvent event = entry.get().event();
        List<LogStore.Entry> all = new LogStore(database.read()).of(event.uid());
        boolean isPublic = new Register(database.read())
                .find(event.uid())
                .filter(Register.Row::isPublic)
                .isPresent();
        if (!isPublic || event.version() < LogStore.firstReadable(all)) {
            return new Answer.Gone();
        }
        Map<String, Path> files = packages.files(event.uid(), entry.get().packageVersion());
        Path path = files.get(name);
        if (isHeldBack(files.get(IssueContents.NAME))) {
            return new Answer.Gone();
        }
        if (path != null) {
            return new Answer.Found(path);
        }
        return files.containsKey(Manifest.NAME) ? new Answer.Unknown() : new Answer.Gone();
    }

    /** No file of an issue may be read while it prints a document that was withdrawn: each of them names it. */
    private boolean isHeldBack(@Nullable Path contents) {
        return contents != null && new ShownIssues(database).isHeldBack(IssueContents.read(contents));
    }

    private Optional<LogStore.Entry> entry(long seq) {
        return seq < 1
                ? Optional.empty()
                : new LogStore(database.read()).after(seq - 1, 1).stream().findFirst();
    }
}
