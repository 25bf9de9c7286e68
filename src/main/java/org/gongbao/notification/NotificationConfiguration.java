package org.gongbao.notification;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.access.AuditTrail;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.publication.PublishedDocuments;
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
@EnableConfigurationProperties({NotificationSettings.class, MailSettings.class, WebhookSettings.class})
class NotificationConfiguration {

    private static final long AN_HOUR = 3_600;

    @Bean
    ReaderReports readerReports(Database database, ObjectProvider<AuditTrail> trail, Clock clock) {
        return new ReaderReports(
                database, trail.getIfAvailable(() -> (sql, actor, action, object, details) -> {}), clock);
    }

    @Bean
    ReportIntake reportIntake(ReaderReports reports, NotificationSettings settings, Clock clock) {
        return new GuardedIntake(reports, settings.reports(), clock);
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

    @Bean(initMethod = "start")
    NotificationTimer notificationRetention(ReaderReports reports, Outbox outbox) {
        return new NotificationTimer("notification-retention", AN_HOUR, () -> {
            reports.tidy();
            outbox.tidy();
        });
    }
}
