package org.gongbao.web.site;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gongbao.publication.FollowedEvents;
import org.gongbao.publication.FollowedEvents.Event;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.web.Refusal;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What happens to one document, as a feed: new versions, corrections, who repeals or cites it, that it was withdrawn. After that
 * nothing but the identifier and the public reason is in it; of a document that is for its own page only there is no feed.
 */
@Controller
class DocumentFeedController {

    private static final int MOST = 100;

    private final FollowedEvents events;
    private final PublishedDocuments documents;
    private final SiteIdentity identity;
    private final Phrases phrases;

    DocumentFeedController(
            FollowedEvents events, PublishedDocuments documents, SiteIdentity identity, Phrases phrases) {
        this.events = events;
        this.documents = documents;
        this.identity = identity;
        this.phrases = phrases;
    }

    @GetMapping("/doc/{uid}.atom")
    ResponseEntity<byte[]> atom(@PathVariable String uid) {
        return FeedAnswers.atom(feed(uid, "atom"));
    }

    @GetMapping("/doc/{uid}.jsonfeed")
    ResponseEntity<byte[]> json(@PathVariable String uid) {
        return FeedAnswers.json(feed(uid, "jsonfeed"));
    }

    private Feed feed(String name, String suffix) {
        if (!Uid.isUid(name)) {
            throw Refusal.notFound();
        }
        Uid uid = new Uid(name);
        PublicState state = documents.find(uid).orElseThrow(Refusal::notFound);
        if (state instanceof PublicState.Public open && !open.document().terms().mayBeIndexed()) {
            throw Refusal.notFound();
        }
        String page = identity.base() + "/doc/" + uid;
        List<Feed.Item> items = new ArrayList<>();
        for (Event event : events.of(uid)) {
            item(event, title(state), page).ifPresent(items::add);
        }
        Collections.reverse(items);
        return new Feed(
                identity.base() + "/id/doc/" + uid + "#events",
                page + "." + suffix,
                page,
                phrases.text("follow.document", title(state)),
                null,
                items.subList(0, Math.min(MOST, items.size())));
    }

    /** What a document says that is not public any more, or is for its own page only, is not told on. */
    private Optional<Feed.Item> item(Event event, String title, String page) {
        Uid by = event.by();
        @Nullable PublishedDocument other = by == null ? null : carriedOn(by).orElse(null);
        if (by != null && other == null) {
            return Optional.empty();
        }
        String words = phrases.text("follow.event." + event.type().code());
        String about = other == null ? title : title(other);
        return Optional.of(new Feed.Item(
                "tag:" + authority() + "," + event.at().toString().substring(0, 10) + ":" + event.name(),
                by == null ? page : identity.base() + "/doc/" + by,
                words + "：" + about,
                event.at(),
                List.of(),
                event.type().code(),
                event.reason() == null ? "" : event.reason()));
    }

    private Optional<PublishedDocument> carriedOn(Uid uid) {
        return documents.find(uid).orElse(null) instanceof PublicState.Public open
                        && open.document().terms().mayBeIndexed()
                ? Optional.of(open.document())
                : Optional.empty();
    }

    private static String title(PublicState state) {
        return state instanceof PublicState.Public open
                ? title(open.document())
                : ((PublicState.Gone) state).uid().value();
    }

    private static String title(PublishedDocument document) {
        String title = document.record().displayTitle();
        return title == null ? document.uid().value() : title;
    }

    /** Who names the events (RFC 4151): the host of permanent addresses. */
    private String authority() {
        return String.valueOf(URI.create(identity.base()).getHost());
    }
}
