package org.gongbao.web.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublicEvents;
import org.gongbao.publication.PublicEvents.Asked;
import org.gongbao.publication.PublicEvents.Event;
import org.gongbao.web.Refusal;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The events of the publication log (公开日志), of all documents: the log is one, and leaves nothing out. */
@RestController
class ApiEventsController {

    private static final List<String> TYPES =
            Arrays.stream(LogEvent.Type.values()).map(LogEvent.Type::code).toList();

    private static final Pattern POSITION = Pattern.compile("[1-9]\\d{0,17}");

    private final PublicEvents events;
    private final SiteIdentity site;

    ApiEventsController(PublicEvents events, SiteIdentity site) {
        this.events = events;
        this.site = site;
    }

    @GetMapping("/api/v1/events")
    ResponseEntity<byte[]> list(@RequestParam MultiValueMap<String, String> given) {
        ApiParameters parameters = ApiParameters.of(ApiList.EVENTS, given);
        Set<String> fields = parameters.fields(ApiList.EVENTS.fields());
        String type = parameters.choice("event", TYPES);
        Asked asked = new Asked(
                type == null ? null : LogEvent.Type.of(type),
                parameters.uid("document"),
                parameters.moment("from", false),
                parameters.moment("to", true),
                "newest".equals(parameters.choice("sort", List.of("oldest", "newest"))));
        int limit = parameters.limit();
        List<Event> found = events.after(asked, position(parameters.cursor()), limit + 1);
        List<Event> page = found.subList(0, Math.min(limit, found.size()));
        return ApiAnswers.list(
                events.count(asked),
                page.stream()
                        .map(event -> ApiParameters.only(fields, item(event)))
                        .toList(),
                parameters.next(
                        page.size() == found.size()
                                ? null
                                : Long.toString(
                                        page.get(page.size() - 1).event().seq())));
    }

    private static @Nullable Long position(@Nullable String cursor) {
        if (cursor != null && !POSITION.matcher(cursor).matches()) {
            throw Refusal.badRequest("cursor", cursor);
        }
        return cursor == null ? null : Long.valueOf(cursor);
    }

    private Map<String, @Nullable Object> item(Event each) {
        LogEvent event = each.event();
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", site.base() + "/log/event/" + event.seq());
        item.put("seq", event.seq());
        item.put("time", event.time());
        item.put("event", event.event().code());
        item.put("document", "/id/doc/" + event.uid());
        item.put("uid", event.uid().value());
        item.put("version", event.version());
        item.put("sha256", event.sha256());
        item.put("sm3", event.sm3());
        item.put("reason", each.reason());
        return item;
    }
}
