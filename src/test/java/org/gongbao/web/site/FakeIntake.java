package org.gongbao.web.site;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gongbao.notification.SubscriptionIntake;
import org.gongbao.notification.Topic;

/** Takes subscriptions and keeps what was asked; knows one token. */
final class FakeIntake implements SubscriptionIntake {

    static final String TOKEN = "t0k3n";
    static final String DOCUMENT_TOKEN = "of-a-document";
    static final List<Asked> ASKED = new CopyOnWriteArrayList<>();
    static final List<String> STOPPED = new CopyOnWriteArrayList<>();

    @Override
    public String token(Topic topic) {
        return "form of " + topic;
    }

    @Override
    public Result ask(Asked asked) {
        if (!asked.token().equals(token(asked.topic()))) {
            return Result.EXPIRED;
        }
        if (!asked.address().contains("@")) {
            return Result.ADDRESS;
        }
        ASKED.add(asked);
        return Result.RECEIVED;
    }

    @Override
    public Optional<Topic> find(String token, Purpose purpose) {
        if (token.equals(DOCUMENT_TOKEN)) {
            return Optional.of(new Topic(Topic.Kind.DOCUMENT, DemoDocuments.PLAN.value()));
        }
        return token.equals(TOKEN)
                ? Optional.of(new Topic(Topic.Kind.SEARCH, "q=%E5%85%BB%E8%80%81"))
                : Optional.empty();
    }

    @Override
    public boolean confirm(String token) {
        return find(token, Purpose.CONFIRM).isPresent();
    }

    @Override
    public boolean stop(String token) {
        STOPPED.add(token);
        return token.equals(TOKEN);
    }
}
