package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Task;

/** A duty and the fragment of its document's page that leads to it. */
record TaskView(String anchor, Task task) {

    /**
     * The duties of a document; of an issue those of its documents as well. Documents of an issue that was put together here have
     * pages of their own.
     */
    static List<TaskView> of(PublishedDocument document) {
        List<TaskView> tasks = new ArrayList<>(of("task-", document.record()));
        List<DocumentRecord> items =
                document.issue() == null ? document.record().items() : List.of();
        for (int at = 0; at < items.size(); at++) {
            tasks.addAll(of(SectionMark.itemAnchor(at + 1) + "_task-", items.get(at)));
        }
        return tasks;
    }

    private static List<TaskView> of(String anchor, DocumentRecord record) {
        return IntStream.range(0, record.tasks().size())
                .mapToObj(at -> new TaskView(anchor + (at + 1), record.tasks().get(at)))
                .toList();
    }
}
