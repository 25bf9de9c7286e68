package org.gongbao.record;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A duty (任务) with a responsible unit or a deadline, from a task table or from the body.
 *
 * @param measure 公开方式和要求, how it is to be done
 */
public record Task(
        @Nullable Integer number,
        @Nullable String category,
        String text,
        List<String> units,
        @Nullable String measure,
        List<LocalDate> deadlines) {

    public Task {
        units = List.copyOf(units);
        deadlines = List.copyOf(deadlines);
    }
}
