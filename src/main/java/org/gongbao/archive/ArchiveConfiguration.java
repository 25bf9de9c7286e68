package org.gongbao.archive;

import java.time.Clock;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The archive of this process. */
@Configuration(proxyBeanMethods = false)
class ArchiveConfiguration {

    @Bean
    Archive archive(DataFolder folder, Database database, Clock clock) {
        return new OcflArchive(folder, database, clock);
    }
}
