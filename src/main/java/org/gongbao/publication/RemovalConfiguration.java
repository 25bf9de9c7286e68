package org.gongbao.publication;

import java.time.Clock;
import org.gongbao.access.AuditTrail;
import org.gongbao.archive.Archive;
import org.gongbao.system.Database;
import org.gongbao.system.GongbaoSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what takes documents away again: takedowns, erasure, and the destroying of packages. */
@Configuration(proxyBeanMethods = false)
class RemovalConfiguration {

    @Bean
    PackagePurge packagePurge(Database database, Archive archive) {
        return new PackagePurge(database, archive);
    }

    @Bean
    Audit audit(ObjectProvider<AuditTrail> trail) {
        return new Audit(trail::getIfAvailable);
    }

    @Bean
    Takedowns takedowns(
            Database database,
            RegisterPublisher publisher,
            EventAppender events,
            PackageStore packages,
            Audit audit,
            ObjectProvider<WorkingDays> workingDays,
            GongbaoSettings settings,
            Clock clock) {
        WorkingDays days = workingDays.getIfAvailable(() -> WorkingDays.weekdays(settings.zone()));
        return new Takedowns(database, publisher, events, packages, audit, days, clock);
    }

    @Bean
    Erasure erasure(
            Database database,
            EventAppender events,
            PackagePurge purge,
            ScheduledReleases scheduled,
            RegisterDocuments documents,
            ObjectProvider<ErasedTraces> traces,
            Audit audit) {
        return new Erasure(
                database,
                events,
                purge,
                scheduled,
                documents,
                () -> traces.orderedStream().toList(),
                audit);
    }
}
