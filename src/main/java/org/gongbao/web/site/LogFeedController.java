package org.gongbao.web.site;

import java.util.List;
import java.util.Optional;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublicEvents;
import org.gongbao.publication.PublicEvents.Event;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.web.Refusal;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The publication log as a feed that is kept whole (RFC 5005, 4): what is subscribed to holds the newest events, and leads to archives
 * of a fixed number of events each, down to the first. What is for its own page only is not told on; of what is gone only the
 * identifier and the public reason are.
 */
@Controller
class LogFeedController {

    /** Events of an archive: the first has those at 1 to 100. */
    private static final int SIZE = 100;

    private final PublicEvents events;
    private final PublishedDocuments documents;
    private final SiteIdentity identity;
    private final SiteVersion version;
    private final Phrases phrases;

    LogFeedController(
            PublicEvents events,
            PublishedDocuments documents,
            SiteIdentity identity,
            SiteVersion version,
            Phrases phrases) {
        this.events = events;
        this.documents = documents;
        this.identity = identity;
        this.version = version;
        this.phrases = phrases;
    }

    /** The newest events: as many as an archive has, and those of no archive yet. */
    @GetMapping("/feed.atom")
    ResponseEntity<byte[]> current() {
        long last = events.position();
        long archives = last / SIZE;
        long first = Math.max(0, archives - 1) * SIZE;
        return answer(
                last,
                feed(
                        "/feed.atom",
                        new Feed.Archive(
                                address("/feed.atom"), archives < 2 ? null : archive(archives - 1), null, false),
                        first,
                        last));
    }

    @GetMapping("/feed/{number:[1-9]\\d{0,12}}.atom")
    ResponseEntity<byte[]> archived(@PathVariable long number) {
        long last = events.position();
        if (number > last / SIZE) {
            throw Refusal.notFound();
        }
        return answer(
                last,
                feed(
                        "/feed/" + number + ".atom",
                        new Feed.Archive(
                                address("/feed.atom"),
                                number == 1 ? null : archive(number - 1),
                                number == last / SIZE ? null : archive(number + 1),
                                true),
                        (number - 1) * SIZE,
                        number * SIZE));
    }

    private Feed feed(String path, Feed.Archive archive, long after, long upTo) {
        List<Feed.Item> items =
                events
                        .after(new PublicEvents.Asked(null, null, null, null, true), upTo + 1, (int) (upTo - after))
                        .stream()
                        .flatMap(event -> item(event).stream())
                        .toList();
        return new Feed(
                address("/feed.atom"),
                address(path),
                address("/sitemap"),
                phrases.text("feed.log.title") + " · " + phrases.text("site.name"),
                null,
                archive,
                items);
    }

    private Optional<Feed.Item> item(Event each) {
        LogEvent event = each.event();
        @Nullable PublicState state = documents.find(event.uid()).orElse(null);
        @Nullable PublishedDocument document = state instanceof PublicState.Public open ? open.document() : null;
        if (document != null && !document.terms().mayBeIndexed()) {
            return Optional.empty();
        }
        @Nullable String title = document == null ? null : document.record().displayTitle();
        return Optional.of(new Feed.Item(
                address("/log/event/" + event.seq()),
                address("/doc/" + event.uid()),
                phrases.text("event." + event.event().code()) + "："
                        + (title == null ? event.uid().value() : title),
                event.time(),
                document == null ? List.of() : document.record().issuers(),
                event.event().code(),
                each.reason() == null ? "" : each.reason()));
    }

    /** Whatever it says follows from the log, the language and how it is written. */
    private ResponseEntity<byte[]> answer(long position, Feed feed) {
        ResponseEntity<byte[]> atom = FeedAnswers.atom(feed);
        return ResponseEntity.ok()
                .headers(atom.getHeaders())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .eTag("W/\"" + position + "-" + LocaleContextHolder.getLocale().toLanguageTag() + "-" + version + "\"")
                .body(atom.getBody());
    }

    private String archive(long number) {
        return address("/feed/" + number + ".atom");
    }

    private String address(String path) {
        return identity.base() + path;
    }
}
