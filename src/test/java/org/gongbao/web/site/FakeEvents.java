package org.gongbao.web.site;

import java.time.Instant;
import java.util.List;
import org.gongbao.publication.FollowedEvents;
import org.gongbao.publication.Uid;

/** What happened to the demonstration documents. */
final class FakeEvents implements FollowedEvents {

    private static final Instant AT = Instant.parse("2023-05-20T01:30:00Z");

    private static final List<Event> ALL = List.of(
            new Event(12, AT, Type.NEW, DemoDocuments.DECREE, null, null),
            new Event(30, AT, Type.REPEALED, DemoDocuments.REPEALED, DemoDocuments.CLEANUP, null),
            new Event(41, AT.plusSeconds(60), Type.CITED, DemoDocuments.DECREE, DemoDocuments.PLAN, null),
            new Event(44, AT.plusSeconds(90), Type.CITED, DemoDocuments.DECREE, DemoDocuments.NO_PDF, null),
            new Event(45, AT.plusSeconds(95), Type.CITED, DemoDocuments.DECREE, DemoDocuments.WITHDRAWN, null),
            new Event(46, AT.plusSeconds(99), Type.CORRECTED, DemoDocuments.DECREE, null, "第三条漏字"),
            new Event(47, AT, Type.NEW, DemoDocuments.WITHDRAWN, null, null),
            new Event(48, AT.plusSeconds(9), Type.WITHDRAWN, DemoDocuments.WITHDRAWN, null, "附件内容有误，更正后另行公布。"));

    @Override
    public List<Event> between(long after, long upTo) {
        return ALL.stream()
                .filter(event -> event.seq() > after && event.seq() <= upTo)
                .toList();
    }

    @Override
    public List<Event> of(Uid uid) {
        return ALL.stream().filter(event -> event.uid().equals(uid)).toList();
    }
}
