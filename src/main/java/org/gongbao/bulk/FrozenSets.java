package org.gongbao.bulk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.Uid;

/** Keeps lists that somebody cites. */
public interface FrozenSets {

    /** The log's position, to be taken before a search is made. */
    long position();

    /**
     * Keeps the versions of documents that a position of the log has; what was taken away or published since is not in it. The
     * same list is kept once.
     */
    FrozenSet keep(String query, long position, Collection<Uid> found);

    Optional<FrozenSet> find(String id);

    /** What happened to members after the position of the list, by document; nothing stands for those that did not change. */
    Map<Uid, List<LogEvent>> since(FrozenSet set);
}
