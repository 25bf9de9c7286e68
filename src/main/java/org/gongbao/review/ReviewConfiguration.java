package org.gongbao.review;

import java.time.Clock;
import org.gongbao.archive.JournalFile;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.gongbao.system.OwnerOnly;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people decide, kept by the process that owns the data folder. */
@Configuration(proxyBeanMethods = false)
@OwnerOnly
class ReviewConfiguration {

    /** A lost database knows the corrections again before anything is read anew. */
    @Bean(initMethod = "restore")
    Corrections corrections(Database database, DataFolder folder, Clock clock) {
        return new Corrections(
                database, new JournalFile(folder.folder("archive").resolve("corrections.jsonl")), clock);
    }
}
