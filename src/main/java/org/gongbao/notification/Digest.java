package org.gongbao.notification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongbao.publication.FollowedEvents.Event;
import org.gongbao.publication.FollowedEvents.Type;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/**
 * What is told in one mail: the events of a range of the log that are about what somebody follows, made from what is public when
 * it is sent. Of what is gone by then only that is told, and to those alone who were told of it before.
 *
 * @param from first position of the range; the one before ended just before it
 * @param to last position
 */
record Digest(long from, long to, List<Item> items) {

    /**
     * An event to be told.
     *
     * @param document null where it is gone
     * @param by the document that repeals or cites it, else null
     */
    record Item(
            Event event,
            @Nullable PublishedDocument document,
            @Nullable PublishedDocument by) {}

    Set<String> told() {
        return items.stream()
                .filter(item -> item.document() != null)
                .map(item -> item.event().uid().value())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Set<String> gone() {
        return items.stream()
                .filter(item -> item.document() == null)
                .map(item -> item.event().uid().value())
                .collect(Collectors.toSet());
    }

    /** Chooses what is to be told. */
    static final class Chooser {
        private final PublishedDocuments documents;
        private final Topic.Searches searches;

        Chooser(PublishedDocuments documents, Topic.Searches searches) {
            this.documents = documents;
            this.searches = searches;
        }

        List<Item> choose(Subscription subscription, List<Event> events, SubscriptionRows rows) {
            Map<Event, Item> open = new LinkedHashMap<>();
            Set<String> uids = new LinkedHashSet<>();
            for (Event event : events) {
                Item item = item(event);
                if (item != null) {
                    open.put(event, item);
                    uids.add(event.uid().value());
                }
            }
            Topic topic = subscription.topic();
            Set<String> wanted = topic.kind() == Topic.Kind.DOCUMENT
                    ? Set.of(topic.value())
                    : uids.isEmpty() ? Set.of() : searches.matching(topic.value(), uids);
            List<Item> chosen = new ArrayList<>();
            for (Event event : events) {
                Item item = open.get(event);
                String uid = event.uid().value();
                if (item != null && wanted.contains(uid)) {
                    chosen.add(item);
                } else if (isGone(event)
                        && (topic.equals(new Topic(Topic.Kind.DOCUMENT, uid))
                                || rows.wasTold(subscription.id(), uid))) {
                    chosen.add(new Item(event, null, null));
                }
            }
            return chosen;
        }

        /** The event with what is public of it; null where nothing of it may be carried on. */
        private @Nullable Item item(Event event) {
            if (event.type() == Type.WITHDRAWN || event.type() == Type.REVISED) {
                return null;
            }
            PublishedDocument document = carriedOn(event.uid());
            Uid by = event.by();
            PublishedDocument other = by == null ? null : carriedOn(by);
            return document == null || by != null && other == null ? null : new Item(event, document, other);
        }

        private @Nullable PublishedDocument carriedOn(Uid uid) {
            return documents.find(uid).orElse(null) instanceof PublicState.Public open
                            && open.document().terms().mayBeIndexed()
                    ? open.document()
                    : null;
        }

        private boolean isGone(Event event) {
            return event.type() == Type.WITHDRAWN
                    && documents.find(event.uid()).orElse(null) instanceof PublicState.Gone;
        }
    }
}
