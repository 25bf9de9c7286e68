package org.gongbao.web;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/** Names, when the pages open, what the foot of every page leaves out because nobody has set it. */
final class FooterNotice implements ApplicationListener<WebServerInitializedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(FooterNotice.class);

    private final SiteSettings settings;

    FooterNotice(SiteSettings settings) {
        this.settings = settings;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        say();
    }

    void say() {
        List<String> empty = settings.empty();
        if (!empty.isEmpty()) {
            LOG.warn("The foot of the pages lacks what a government website has to show: {}", String.join(", ", empty));
        }
    }
}
