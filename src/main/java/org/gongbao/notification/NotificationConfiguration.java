package org.gongbao.notification;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.gongbao.access.AuditTrail;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.publication.FollowedEvents;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.TransparencyLog;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.gongbao.system.GongbaoSettings;
import org.gongbao.system.OwnerOnly;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Readers' reports and notices, kept by the process that owns the data folder. */
@Configuration(proxyBeanMethods = false)
@OwnerOnly
@EnableConfigurationProperties({
    NotificationSettings.class,
    MailSettings.class,
    WebhookSettings.class,
    DigestSettings.class
})
class NotificationConfiguration {

    private static final long AN_HOUR = 3_600;
    private static final long DIGESTS_EVERY = 5;

    @Bean
    ReaderReports readerReports(Database database, ObjectProvider<AuditTrail> trail, Clock clock) {
        return new ReaderReports(
                database, trail.getIfAvailable(() -> (sql, actor, action, object, details) -> {}), clock);
    }

    @Bean
    ReportIntake reportIntake(ReaderReports reports, NotificationSettings settings, Clock clock) {
        return new GuardedIntake(reports, settings.reports(), clock);
    }

    /** As many a minute as reports of mistakes. */
    @Bean
    FormGuard formGuard(NotificationSettings settings, Clock clock) {
        return new ThrottledForms(settings.reports(), clock);
    }

    @Bean
    Outbox outbox(
            Database database,
            PublishedDocuments documents,
            NotificationSettings settings,
            MailSettings mail,
            WebhookSettings webhook,
            GongbaoSettings shared,
            Clock clock) {
        List<Channel> channels = new ArrayList<>();
        if (mail.isOn()) {
            channels.add(new MailChannel(mail, shared.publisher(), shared.base(), clock));
        }
        if (!webhook.urls().isEmpty()) {
            channels.add(new WebhookChannel(webhook, clock));
        }
        return new Outbox(database, documents, channels, settings, shared.base(), clock);
    }

    /** @param engine has restored what the register lacked, so that notices are made of what is public */
    @Bean(initMethod = "start")
    NotificationTimer notices(Outbox outbox, DisseminationEngine engine) {
        return new NotificationTimer("notices", 1, outbox::deliverDue);
    }

    @Bean
    FileMailbox fileMailbox(LetterMessages messages, DataFolder data) {
        return new FileMailbox(data.file("outbox"), messages);
    }

    @Bean
    LetterMessages letterMessages(MailSettings mail, GongbaoSettings shared, Clock clock) {
        String host = host(shared);
        return new LetterMessages(mail.from() == null ? "gongbao@" + host : mail.from(), host, clock);
    }

    private static String host(GongbaoSettings shared) {
        return String.valueOf(URI.create(shared.base()).getHost());
    }

    private static Mailbox mailbox(
            MailSettings mail, FileMailbox files, LetterMessages messages, GongbaoSettings shared) {
        return mail.host() == null ? files : new SmtpMailbox(new MailServer(mail, host(shared)), messages);
    }

    /** What is published and not in the index yet cannot be matched with a search, and waits for the next digest. */
    private static LongSupplier position(TransparencyLog log, DisseminationEngine engine) {
        return () -> {
            long size = log.size();
            return Math.max(0, size - engine.lag("search"));
        };
    }

    @Bean
    Subscriptions subscriptions(
            Database database,
            MailSettings mail,
            FileMailbox files,
            LetterMessages messages,
            TransparencyLog log,
            DisseminationEngine engine,
            DigestSettings settings,
            GongbaoSettings shared,
            Clock clock) {
        return new Subscriptions(
                database,
                mailbox(mail, files, messages, shared),
                position(log, engine),
                settings,
                shared.zone(),
                clock);
    }

    /** @param searches are of the public pages; a command without them sends nothing */
    @Bean(initMethod = "start")
    NotificationTimer digests(
            Database database,
            FollowedEvents events,
            PublishedDocuments documents,
            ObjectProvider<Topic.Searches> searches,
            MailSettings mail,
            FileMailbox files,
            LetterMessages messages,
            TransparencyLog log,
            DisseminationEngine engine,
            DigestSettings settings,
            NotificationSettings tries,
            GongbaoSettings shared,
            Clock clock) {
        Topic.Searches known = searches.getIfAvailable();
        if (known == null) {
            return new NotificationTimer("digests", AN_HOUR, () -> {});
        }
        Digests digests = new Digests(
                database,
                events,
                new Digest.Chooser(documents, known),
                new LetterWords(shared.base(), shared.publisher(), known, documents),
                mailbox(mail, files, messages, shared),
                position(log, engine),
                settings,
                tries,
                shared.zone(),
                clock);
        return new NotificationTimer("digests", DIGESTS_EVERY, digests::sendDue);
    }

    @Bean(initMethod = "start")
    NotificationTimer notificationRetention(
            ReaderReports reports, Outbox outbox, Subscriptions subscriptions, FileMailbox files, Clock clock) {
        return new NotificationTimer("notification-retention", AN_HOUR, () -> {
            reports.tidy();
            outbox.tidy();
            subscriptions.tidy();
            files.deleteBefore(clock.instant().minus(Outbox.KEPT));
        });
    }
}
