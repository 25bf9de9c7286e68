package org.gongbao.notification;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gongbao.notification.ReaderReport.Outcome;
import org.gongbao.notification.ReaderReport.Place;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/** What came of readers' reports (报错结果), as readers may see it: never what anybody wrote. */
public interface ReportOutcomes {

    /** What came of the report with a number; empty where there is none, or it is kept no longer. */
    Optional<Receipt> receipt(String number);

    /** How many reports on a document were closed with which outcome. */
    Map<Outcome, Integer> sums(Uid uid);

    /**
     * A report without what the reader wrote.
     *
     * @param version of the document that the reader saw
     * @param outcome null while it is open, as is the moment of closing
     */
    record Receipt(
            Uid uid,
            int version,
            @Nullable Place place,
            Instant receivedAt,
            @Nullable Outcome outcome,
            @Nullable Instant closedAt) {

        static Receipt of(ReaderReport report) {
            ReaderReport.Closing closing = report.closing();
            return new Receipt(
                    report.uid(),
                    report.version(),
                    report.place(),
                    report.receivedAt(),
                    closing == null ? null : closing.outcome(),
                    closing == null ? null : closing.at());
        }
    }
}
