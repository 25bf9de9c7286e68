package org.gongbao.notification;

import java.time.Clock;
import org.gongbao.access.AuditTrail;
import org.gongbao.system.Database;
import org.gongbao.system.OwnerOnly;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Readers' reports and notices, kept by the process that owns the data folder. */
@Configuration(proxyBeanMethods = false)
@OwnerOnly
@EnableConfigurationProperties(NotificationSettings.class)
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

    @Bean(initMethod = "start")
    NotificationTimer reportRetention(ReaderReports reports) {
        return new NotificationTimer("reader-reports", AN_HOUR, reports::tidy);
    }
}
