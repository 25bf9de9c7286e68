package org.gongbao.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gongbao.publication.Uid;
import org.gongbao.review.IssuePlan.Item;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of the printer's PDF belong to which document of an issue (版面对应). Apart from {@link IssueProofs}, for it asks
 * neither the PDF nor what is published: it is arithmetic on a plan.
 */
final class IssuePages {

    private IssuePages() {}

    /** The items on the pages that were found for them, first and last each; null where none were. */
    static List<Item> proposed(List<Item> items, List<int @Nullable []> pages) {
        List<Item> proposed = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int @Nullable [] own = pages.get(i);
            Item item = items.get(i);
            proposed.add(new Item(item.uid(), item.column(), own == null ? null : own[0], own == null ? null : own[1]));
        }
        return proposed;
    }

    /** The items on just the pages that a person named. */
    static List<Item> assigned(List<Item> items, Map<Uid, IssueProofs.Pages> pages) {
        return items.stream()
                .map(item -> {
                    IssueProofs.Pages own = pages.get(item.uid());
                    return new Item(
                            item.uid(),
                            item.column(),
                            own == null ? null : own.first(),
                            own == null ? null : own.last());
                })
                .toList();
    }

    /** Pages that belong to nothing; 0 where a document has none. */
    static List<Integer> unassigned(IssuePlan plan, List<Item> items) {
        int pages = plan.printed() == null || plan.pages() == null ? 0 : plan.pages();
        Set<Integer> open = new TreeSet<>();
        for (int page = 1; page <= pages; page++) {
            open.add(page);
        }
        open.removeAll(PageList.read(plan.otherPages()));
        for (Item item : items) {
            Integer first = item.firstPage();
            Integer last = item.lastPage();
            if (first == null || last == null || first < 1 || last < first || last > pages) {
                open.add(0);
                continue;
            }
            for (int page = first; page <= last; page++) {
                open.remove(page);
            }
        }
        return pages == 0 ? List.of() : List.copyOf(open);
    }
}
