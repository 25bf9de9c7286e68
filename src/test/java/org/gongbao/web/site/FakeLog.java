package org.gongbao.web.site;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublicEvents;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/** A log of 250 events: of the plan, of a document that is for its own page only, of one that was withdrawn. */
final class FakeLog implements PublicEvents {

    static final int SIZE = 250;

    private static final List<Uid> OF = List.of(DemoDocuments.PLAN, DemoDocuments.NO_PDF, DemoDocuments.WITHDRAWN);
    private static final Instant START = Instant.parse("2023-05-01T00:00:00Z");

    private static Event event(long seq) {
        Uid uid = OF.get((int) (seq % OF.size()));
        boolean isLast = seq > SIZE - OF.size() && uid.equals(DemoDocuments.WITHDRAWN);
        LogEvent.Type type = isLast ? LogEvent.Type.WITHDRAWN : LogEvent.Type.REVISED;
        return new Event(
                new LogEvent(seq, START.plusSeconds(seq), type, uid, (int) seq, "0".repeat(64), "0".repeat(64)),
                isLast ? "附件内容有误，更正后另行公布。" : null);
    }

    @Override
    public List<Event> after(Asked asked, @Nullable Long position, int most) {
        Comparator<Event> order = Comparator.comparing(event -> event.event().seq());
        return LongStream.rangeClosed(1, SIZE)
                .mapToObj(FakeLog::event)
                .filter(event -> position == null
                        || (asked.isNewestFirst()
                                ? event.event().seq() < position
                                : event.event().seq() > position))
                .sorted(asked.isNewestFirst() ? order.reversed() : order)
                .limit(most)
                .toList();
    }

    @Override
    public long count(Asked asked) {
        return SIZE;
    }

    @Override
    public long position() {
        return SIZE;
    }
}
