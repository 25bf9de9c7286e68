package org.gongbao.web.site;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.bulk.FrozenSet;
import org.gongbao.bulk.FrozenSets;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.Uid;

/** Keeps lists in memory; the first member of each was withdrawn since. */
final class FakeFrozenSets implements FrozenSets {

    /** One that is there from the beginning. */
    static final FrozenSet THERE = new FrozenSet(
            "q=%E9%80%9A%E7%9F%A5",
            40,
            List.of(new FrozenSet.Member(new Uid("0000000000000009"), 1), new FrozenSet.Member(DemoDocuments.PLAN, 2)));

    private final Map<String, FrozenSet> sets = new LinkedHashMap<>(Map.of(THERE.id(), THERE));

    @Override
    public long position() {
        return 43;
    }

    @Override
    public FrozenSet keep(String query, long position, Collection<Uid> found) {
        FrozenSet set = new FrozenSet(
                query,
                position,
                found.stream().map(uid -> new FrozenSet.Member(uid, 1)).toList());
        sets.put(set.id(), set);
        return set;
    }

    @Override
    public Optional<FrozenSet> find(String id) {
        return Optional.ofNullable(sets.get(id));
    }

    @Override
    public Map<Uid, List<LogEvent>> since(FrozenSet set) {
        if (set.members().isEmpty()) {
            return Map.of();
        }
        Uid first = set.members().get(0).uid();
        return Map.of(
                first,
                List.of(new LogEvent(
                        42,
                        Instant.parse("2023-05-31T08:00:00Z"),
                        LogEvent.Type.WITHDRAWN,
                        first,
                        1,
                        "ab".repeat(32),
                        "cd".repeat(32))));
    }
}
