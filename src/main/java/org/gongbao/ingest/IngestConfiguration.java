package org.gongbao.ingest;

import java.time.Clock;
import java.util.Optional;
import org.gongbao.access.AuditTrail;
import org.gongbao.archive.Archive;
import org.gongbao.archive.Quarantine;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queue, which every process may write to. */
@Configuration(proxyBeanMethods = false)
class IngestConfiguration {

    @Bean
    JobQueue jobQueue(Database database, Clock clock) {
        return new JobQueue(database, clock);
    }

    @Bean
    Batches batches(Database database, Clock clock) {
        return new Batches(database, clock);
    }

    @Bean
    JobDocuments jobDocuments(Database database, DataFolder folder) {
        return new JobDocuments(database, new DocumentJournal(folder.folder("archive")));
    }

    @Bean
    JobOutcomes jobOutcomes(Database database) {
        return new JobOutcomes(database);
    }

    @Bean
    Ingest ingest(
            Archive archive,
            JobQueue queue,
            Batches batches,
            JobDocuments documents,
            JobOutcomes outcomes,
            DataFolder folder,
            @Value("${gongbao.guest:false}") boolean guest) {
        return new Ingest(archive, queue, batches, documents, outcomes, () -> !guest || folder.isOwned());
    }

    @Bean
    QuarantineDesk quarantineDesk(
            Quarantine quarantine,
            Archive archive,
            Ingest ingest,
            Database database,
            ObjectProvider<AuditTrail> audit) {
        return new QuarantineDesk(quarantine, archive, ingest, database, Optional.ofNullable(audit.getIfAvailable()));
    }
}
