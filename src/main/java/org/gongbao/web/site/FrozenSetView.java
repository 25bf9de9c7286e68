package org.gongbao.web.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.bulk.FrozenSet;
import org.gongbao.bulk.FrozenSets;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * A kept list as the page shows it.
 *
 * @param members the first ones; all are in the files
 * @param changed number of all members to which something happened since
 */
record FrozenSetView(List<Member> members, int changed) {

    /** Members that a page shows with their titles. */
    static final int SHOWN = 200;

    /**
     * A member.
     *
     * @param title null where it is public no more, or has none
     * @param last the last event since the list was kept, null where nothing happened
     */
    record Member(
            Uid uid,
            int version,
            @Nullable String title,
            @Nullable LogEvent last) {

        /** Whether only a tombstone is left. */
        public boolean isGone() {
            return last != null && !last.event().leavesPublic();
        }
    }

    /** Makes views and files of lists. */
    record Maker(FrozenSets sets, PublishedDocuments documents) {

        FrozenSetView of(FrozenSet set) {
            Map<Uid, List<LogEvent>> since = sets.since(set);
            List<Member> members = set.members().stream()
                    .limit(SHOWN)
                    .map(member -> new Member(
                            member.uid(), member.version(), title(member.uid()), last(since.get(member.uid()))))
                    .toList();
            return new FrozenSetView(members, since.size());
        }

        private @Nullable String title(Uid uid) {
            return documents
                    .find(uid)
                    .filter(PublicState.Public.class::isInstance)
                    .map(state ->
                            ((PublicState.Public) state).document().record().displayTitle())
                    .orElse(null);
        }

        private static @Nullable LogEvent last(@Nullable List<LogEvent> events) {
            return events == null || events.isEmpty() ? null : events.get(events.size() - 1);
        }

        byte[] json(FrozenSet set) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("id", set.id());
            json.put("sha256", set.sha256());
            json.put("query", set.query());
            json.put("position", set.position());
            json.put(
                    "members",
                    set.members().stream().map(FrozenSet.Member::toString).toList());
            List<Object> changes = new ArrayList<>();
            sets.since(set)
                    .forEach((uid, events) -> events.forEach(event -> changes.add(Map.of(
                            "uid", uid.value(),
                            "seq", event.seq(),
                            "event", event.event().code(),
                            "version", event.version(),
                            "time", event.time()))));
            json.put("since", changes);
            return CanonicalJson.bytes(json);
        }

        byte[] csv(FrozenSet set) {
            Map<Uid, List<LogEvent>> since = sets.since(set);
            StringBuilder csv = new StringBuilder("uid,version,event,seq,time\r\n");
            for (FrozenSet.Member member : set.members()) {
                LogEvent last = last(since.get(member.uid()));
                csv.append(member.uid()).append(',').append(member.version()).append(',');
                csv.append(last == null ? ",," : last.event().code() + "," + last.seq() + "," + last.time());
                csv.append("\r\n");
            }
            return csv.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
