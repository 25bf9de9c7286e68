package org.gongbao.publication;

import java.time.Clock;
import java.util.List;
import org.gongbao.archive.JournalFile;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.gongbao.system.OwnerOnly;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Evidence that duties were fulfilled, kept by the process that owns the data folder. */
@Configuration(proxyBeanMethods = false)
@OwnerOnly
class FulfilmentConfiguration {

    /** A lost database knows it again before anything is shown. */
    @Bean(initMethod = "restore")
    Fulfilments fulfilments(Database database, DataFolder folder, Audit audit, Clock clock) {
        return new Fulfilments(
                database,
                new JournalFile(folder.folder("archive").resolve("fulfilments.jsonl")),
                audit,
                clock,
                Mirror.of(folder).isPresent());
    }

    @Bean
    ErasedTraces fulfilmentTraces(Fulfilments fulfilments) {
        return uid -> {
            fulfilments.destroy(uid);
            return List.of();
        };
    }
}
