package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.gongbao.notification.Rhythm;
import org.gongbao.notification.SubscriptionIntake;
import org.gongbao.notification.SubscriptionIntake.Purpose;
import org.gongbao.notification.SubscriptionIntake.Result;
import org.gongbao.notification.Topic;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Following by mail, without an account: the form, the link that confirms, the link that stops. A link alone changes nothing, since
 * programs open links of mails; the button behind it does, and so does one POST of a mail program (RFC 8058), which has no cookie.
 */
@Controller
class FollowController {

    private static final String DOCUMENT = "document";

    private final SubscriptionIntake intake;
    private final PublishedDocuments documents;
    private final SearchTopics topics;

    FollowController(SubscriptionIntake intake, PublishedDocuments documents, SearchTopics topics) {
        this.intake = intake;
        this.documents = documents;
        this.topics = topics;
    }

    /** What is followed, and what it is called. */
    private record Followed(Topic topic, String title, FollowLinks links, String page) {}

    @GetMapping("/follow")
    String form(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        model.addAttribute("sent", parameters.containsKey("sent"));
        return page(followed(parameters), parameters, model, response);
    }

    @PostMapping("/follow")
    @Nullable
    String send(
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Followed followed = followed(parameters);
        Result result = intake.ask(new SubscriptionIntake.Asked(
                followed.topic(),
                first(parameters, "address").strip(),
                first(parameters, "language").equals("en") ? "en" : "zh",
                Rhythm.of(first(parameters, "rhythm")).orElse(Rhythm.DAILY),
                first(parameters, "token"),
                first(parameters, "website"),
                request.getRemoteAddr()));
        if (result == Result.RECEIVED) {
            String mail = followed.links().mail();
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, mail + (mail.contains("?") ? "&" : "?") + "sent=1");
            return null;
        }
        boolean isTooMany = result == Result.TOO_MANY;
        response.setStatus((isTooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT).value());
        if (isTooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        }
        model.addAttribute("problem", result.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return page(followed, parameters, model, response);
    }

    private String page(
            Followed followed, MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        secret(response);
        model.addAttribute("about", followed.title());
        model.addAttribute("page", followed.page());
        model.addAttribute("follow", followed.links());
        model.addAttribute("action", followed.links().mail());
        model.addAttribute("token", intake.token(followed.topic()));
        model.addAttribute("address", first(parameters, "address"));
        model.addAttribute("weekly", first(parameters, "rhythm").equals("weekly"));
        model.addAttribute(
                "english", LocaleContextHolder.getLocale().getLanguage().equals("en"));
        model.addAttribute("most", SubscriptionIntake.MOST_ADDRESS);
        return "site/follow";
    }

    private Followed followed(MultiValueMap<String, String> parameters) {
        String uid = first(parameters, DOCUMENT);
        if (uid.isEmpty()) {
            SearchQuery query = SearchQuery.of(parameters);
            Topic topic = SearchTopics.topic(query);
            return new Followed(topic, topics.title(query), FollowLinks.of(query), topics.path(topic.value()));
        }
        PublishedDocument document = document(uid);
        String title = document.record().displayTitle();
        return new Followed(
                new Topic(Topic.Kind.DOCUMENT, uid),
                title == null ? uid : title,
                FollowLinks.of(document.uid()),
                "/doc/" + uid);
    }

    /** What is for its own page only is followed by no mail. */
    private PublishedDocument document(String uid) {
        if (!Uid.isUid(uid)
                || !(documents.find(new Uid(uid)).orElse(null) instanceof PublicState.Public open)
                || !open.document().terms().mayBeIndexed()) {
            throw Refusal.notFound();
        }
        return open.document();
    }

    @GetMapping("/follow/confirm/{token}")
    String confirmation(@PathVariable String token, Model model, HttpServletResponse response) {
        return button("confirm", token, Purpose.CONFIRM, model, response);
    }

    @PostMapping("/follow/confirm/{token}")
    String confirm(@PathVariable String token, Model model, HttpServletResponse response) {
        Optional<Topic> topic = intake.find(token, Purpose.CONFIRM);
        return done("confirm", intake.confirm(token), topic, model, response);
    }

    @GetMapping("/follow/stop/{token}")
    String ending(@PathVariable String token, Model model, HttpServletResponse response) {
        return button("stop", token, Purpose.STOP, model, response);
    }

    @PostMapping("/follow/stop/{token}")
    String stop(@PathVariable String token, Model model, HttpServletResponse response) {
        Optional<Topic> topic = intake.find(token, Purpose.STOP);
        return done("stop", intake.stop(token), topic, model, response);
    }

    private String button(String step, String token, Purpose purpose, Model model, HttpServletResponse response) {
        Topic topic = intake.find(token, purpose).orElseThrow(Refusal::notFound);
        model.addAttribute("action", "/follow/" + step + "/" + token);
        model.addAttribute("about", title(topic));
        return answer(step, model, response);
    }

    private String done(String step, boolean isDone, Optional<Topic> topic, Model model, HttpServletResponse response) {
        if (!isDone) {
            throw Refusal.notFound();
        }
        model.addAttribute("done", true);
        topic.ifPresent(followed -> {
            model.addAttribute("about", title(followed));
            model.addAttribute("page", page(followed));
        });
        return answer(step, model, response);
    }

    private static String answer(String step, Model model, HttpServletResponse response) {
        secret(response);
        model.addAttribute("step", step);
        return "site/follow-step";
    }

    /** The name of what is followed; of a document that is public no more its identifier. */
    private String title(Topic topic) {
        if (topic.kind() == Topic.Kind.SEARCH) {
            return topics.title(topic.value(), LocaleContextHolder.getLocale());
        }
        return documents.find(new Uid(topic.value())).orElse(null) instanceof PublicState.Public open
                ? Objects.requireNonNullElse(open.document().record().displayTitle(), topic.value())
                : topic.value();
    }

    private String page(Topic topic) {
        return topic.kind() == Topic.Kind.SEARCH ? topics.path(topic.value()) : "/doc/" + topic.value();
    }

    private static void secret(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-cache");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    private static String first(MultiValueMap<String, String> parameters, String name) {
        String value = parameters.getFirst(name);
        return value == null ? "" : value;
    }
}
