package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Task;

/** A duty and the fragment of its document's page that leads to it. */
record TaskView(String anchor, Task task) {

    /** The duties of a document; of a digitised issue those of its documents as well. */
    static List<TaskView> of(PublishedDocument document) {
        List<TaskView> tasks = new ArrayList<>(of(TaskView::anchor, document.record()));
        List<DocumentRecord> items = document.items();
        for (int at = 0; at < items.size(); at++) {
            int item = at + 1;
            tasks.addAll(of(place -> anchor(item, place), items.get(at)));
        }
        return tasks;
    }

    /** The fragment of a duty of a document. */
    static String anchor(int place) {
        return "task-" + place;
    }

    /** The fragment of a duty of a document of an issue. */
    static String anchor(int item, int place) {
        return SectionMark.itemAnchor(item) + "_" + anchor(place);
    }

    private static List<TaskView> of(IntFunction<String> anchor, DocumentRecord record) {
        return IntStream.range(0, record.tasks().size())
                .mapToObj(
                        at -> new TaskView(anchor.apply(at + 1), record.tasks().get(at)))
                .toList();
    }
}
