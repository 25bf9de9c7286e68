package org.gongbao.bulk;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.TransparencyLog;
import org.gongbao.publication.Uid;
import org.gongbao.system.Database;

/** Lists in the database, a row each. */
final class StoredFrozenSets implements FrozenSets {

    private final Database database;
    private final TransparencyLog log;

    StoredFrozenSets(Database database, TransparencyLog log) {
        this.database = database;
        this.log = log;
    }

    @Override
    public long position() {
        return log.size();
    }

    @Override
    public FrozenSet keep(String query, long position, Collection<Uid> found) {
        List<FrozenSet.Member> members = found.stream()
                .distinct()
                .limit(FrozenSet.MOST)
                .flatMap(uid -> member(uid, position).stream())
                .toList();
        FrozenSet set = new FrozenSet(query, position, members);
        database.write(sql -> sql.sql("insert into frozen_set (id, query, position, sha256, members)"
                        + " values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        set.id(),
                        query,
                        position,
                        set.sha256(),
                        set.members().stream().map(FrozenSet.Member::toString).collect(Collectors.joining("\n")))
                .update());
        return set;
    }

    private Optional<FrozenSet.Member> member(Uid uid, long position) {
        return log.events(uid).stream()
                .filter(event -> event.seq() <= position)
                .reduce((first, second) -> second)
                .filter(event -> event.event().leavesPublic())
                .map(event -> new FrozenSet.Member(uid, event.version()));
    }

    @Override
    public Optional<FrozenSet> find(String id) {
        return database.read()
                .sql("select query, position, members from frozen_set where id = ?")
                .param(id)
                .query((row, number) -> new FrozenSet(
                        row.getString("query"),
                        row.getLong("position"),
                        row.getString("members")
                                .lines()
                                .map(FrozenSet.Member::parse)
                                .toList()))
                .optional();
    }

    @Override
    public Map<Uid, List<LogEvent>> since(FrozenSet set) {
        Map<Uid, List<LogEvent>> changes = new LinkedHashMap<>();
        for (FrozenSet.Member member : set.members()) {
            List<LogEvent> later = log.events(member.uid()).stream()
                    .filter(event -> event.seq() > set.position())
                    .toList();
            if (!later.isEmpty()) {
                changes.put(member.uid(), later);
            }
        }
        return changes;
    }
}
