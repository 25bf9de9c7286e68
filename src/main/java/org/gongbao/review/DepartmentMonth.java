package org.gongbao.review;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the submissions of a department in a month (报送与发布月报). A submission counts once in a column, however often
 * it was handed in again or returned in that month.
 *
 * @param department null for all together
 * @param submitted handed in to the gazette office
 * @param returned sent back by the gazette office
 * @param medianDays median working days from first hand-in to release of those published, null where none was
 * @param late of those published, released after their last day
 * @param overdue past their last day at the end of the month and neither published, declined nor taken back
 */
public record DepartmentMonth(
        @Nullable String department,
        int submitted,
        int returned,
        int published,
        int declined,
        @Nullable Double medianDays,
        int late,
        int overdue) {

    static @Nullable Double median(List<Integer> values) {
        if (values.isEmpty()) {
            return null;
        }
        List<Integer> sorted = new ArrayList<>(values);
        sorted.sort(null);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle).doubleValue()
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
