package org.gongbao.notification;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.gongbao.publication.FollowedEvents.Type;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/** Writes the letters that go to who follows something, in the language that was asked for. */
final class LetterWords {

    private final String base;
    private final String publisher;
    private final Topic.Searches searches;
    private final PublishedDocuments documents;

    LetterWords(String base, String publisher, Topic.Searches searches, PublishedDocuments documents) {
        this.base = base;
        this.publisher = publisher;
        this.searches = searches;
        this.documents = documents;
    }

    /** Asks an address whether it is meant. */
    Letter question(Subscription asked, String token) {
        Words words = new Words(asked.language());
        return new Letter(
                asked.id(),
                "confirm." + asked.id(),
                asked.address(),
                words.text("digest.confirm.subject", publisher),
                List.of(
                        words.text("digest.confirm.text", publisher, title(asked, words)),
                        base + "/follow/confirm/" + token,
                        words.text("digest.confirm.ignore")),
                Map.of());
    }

    Letter digest(Subscription subscription, Digest digest, String token) {
        Words words = new Words(subscription.language());
        String title = title(subscription, words);
        String stop = base + "/follow/stop/" + token;
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.text("digest.lead", title, digest.items().size()));
        for (Type type : Type.values()) {
            List<Digest.Item> items = digest.items().stream()
                    .filter(item -> item.event().type() == type)
                    .toList();
            if (!items.isEmpty()) {
                paragraphs.add(words.text("follow.event." + type.code()));
                items.forEach(item -> paragraphs.add(item(item)));
            }
        }
        paragraphs.add(words.text("digest.range", Long.toString(digest.from()), Long.toString(digest.to())));
        paragraphs.add(words.text("digest.stop") + "\n" + stop);
        paragraphs.add(publisher + " – " + words.text("notice.footer"));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("List-Unsubscribe", "<" + stop + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        headers.put("Gongbao-Events", digest.from() + "-" + digest.to());
        headers.put("Gongbao-Documents", documents(digest));
        return new Letter(
                subscription.id(),
                "digest." + subscription.id() + "." + digest.from() + "-" + digest.to(),
                subscription.address(),
                words.text("digest.subject", title, digest.items().size()),
                paragraphs,
                headers);
    }

    /** All documents that the mail names, one a line, so that a copy of it can be found when one of them is erased. */
    private static String documents(Digest digest) {
        Set<String> uids = new LinkedHashSet<>();
        for (Digest.Item item : digest.items()) {
            uids.add(item.event().uid().value());
            if (item.by() != null) {
                uids.add(item.by().uid().value());
            }
        }
        return String.join("\r\n ", uids);
    }

    /** An event with its position; of what is gone the address and the public reason. */
    private String item(Digest.Item item) {
        List<String> lines = new ArrayList<>();
        PublishedDocument document = item.document();
        String number = "[" + item.event().seq() + "] ";
        if (document == null) {
            lines.add(number + line(item.event().reason()));
        } else {
            lines.add(number + title(document));
            lines.add(line(document.record().documentNumber()));
            lines.add(line(item.event().reason()));
            if (item.by() != null) {
                lines.add("← " + title(item.by()));
                lines.add(address(item.by().uid()));
            }
        }
        lines.add(address(item.event().uid()));
        return String.join("\n", lines.stream().filter(line -> !line.isEmpty()).toList());
    }

    private String address(Uid uid) {
        return base + "/id/doc/" + uid;
    }

    private String title(Subscription subscription, Words words) {
        Topic topic = subscription.topic();
        if (topic.kind() == Topic.Kind.SEARCH) {
            return VisibleText.line(searches.title(topic.value(), words.locale));
        }
        return documents.find(new Uid(topic.value())).orElse(null) instanceof PublicState.Public open
                        && open.document().terms().mayBeIndexed()
                ? title(open.document())
                : topic.value();
    }

    private static String title(PublishedDocument document) {
        String title = line(document.record().displayTitle());
        return title.isEmpty() ? document.uid().value() : title;
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : VisibleText.line(text);
    }

    private static final class Words {
        private final Locale locale;
        private final ResourceBundle bundle;

        Words(String language) {
            locale = Locale.forLanguageTag(language);
            bundle = ResourceBundle.getBundle(
                    "messages",
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        }

        String text(String key, Object... arguments) {
            String pattern = bundle.getString(key);
            return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
        }
    }
}
