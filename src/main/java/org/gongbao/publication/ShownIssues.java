package org.gongbao.publication;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongbao.publication.IssueContents.Entry;
import org.gongbao.record.DocumentRecord;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/**
 * What may be shown of an issue that was put together here (公报一期的公开内容): where a document in it was withdrawn, or was corrected for
 * privacy since it was printed, neither its title nor any file that prints it, from that moment until the office has
 * replaced the edition. Everything that reads what is public reads it through here.
 */
final class ShownIssues {

    private final Database database;

    ShownIssues(Database database) {
        this.database = database;
    }

    /** The contents of an edition as they may be shown; null where the package is no issue that was put together here. */
    @Nullable
    IssueContents contents(PublicPackage content) {
        return IssueContents.of(content).map(this::shown).orElse(null);
    }

    private IssueContents shown(IssueContents contents) {
        return contents.without(entry -> !isReadable(entry));
    }

    /** Whether an edition prints something that may not be read now. */
    boolean isHeldBack(IssueContents contents) {
        return shown(contents).isHeldBack();
    }

    private boolean isReadable(Entry entry) {
        return new Register(database.read())
                        .find(entry.uid())
                        .filter(Register.Row::isPublic)
                        .isPresent()
                && entry.version() >= LogStore.firstReadable(new LogStore(database.read()).of(entry.uid()));
    }

    /** @param shown what {@link #contents} gave for the same package */
    static PublicPackage without(PublicPackage content, @Nullable IssueContents shown) {
        if (shown == null || !shown.isHeldBack()) {
            return content;
        }
        List<Entry> printed = IssueContents.of(content).orElseThrow().entries().stream()
                .filter(entry -> !entry.isTombstone())
                .toList();
        Set<Uid> readable = new HashSet<>();
        shown.entries().stream()
                .filter(entry -> !entry.isTombstone())
                .map(Entry::uid)
                .forEach(readable::add);
        DocumentRecord record = content.record();
        List<DocumentRecord> items = new ArrayList<>();
        for (int i = 0; i < printed.size() && i < record.items().size(); i++) {
            if (readable.contains(printed.get(i).uid())) {
                items.add(record.items().get(i));
            }
        }
        DocumentRecord rest = record.toBuilder()
                .items(items)
                .text(shown.text())
                .findings(List.of())
                .build();
        // How far it may travel stands in a file that prints nothing.
        List<PublicPackage.File> left = content.file(Terms.FILE).stream().toList();
        return new PublicPackage(content.uid(), content.version(), rest, left);
    }
}
