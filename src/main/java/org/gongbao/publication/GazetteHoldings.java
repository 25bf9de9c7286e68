package org.gongbao.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which issues of gazettes are published here and which are missing (公报各期收录情况): read from the register, without a state of
 * its own. A number is missing where a higher one of the same year is here.
 */
public interface GazetteHoldings {

    /** All series, by name; their years, the latest first. */
    List<Series> series();

    /** A series of a gazette. */
    record Series(String name, List<Year> years) {
        public Series {
            years = List.copyOf(years);
        }
    }

    /**
     * The issues of a year, by number.
     *
     * @param missing numbers from 1 up to the highest that is here, without those that are here
     */
    record Year(int year, List<Issue> issues, List<Integer> missing) {
        public Year {
            issues = List.copyOf(issues);
            missing = List.copyOf(missing);
        }
    }

    /**
     * An issue of which something is published.
     *
     * @param whole the issue as a whole; null where only documents of it are here
     * @param documents how many of its documents are published as documents of their own
     */
    record Issue(int number, @Nullable Uid whole, int documents) {}
}
