package org.gongbao.archive;

import java.time.Clock;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The archive of this process. */
@Configuration(proxyBeanMethods = false)
class ArchiveConfiguration {

    /** The owner of the data folder makes the archive whole before any other part can see it. */
    @Bean
    Archive archive(DataFolder folder, Database database, Clock clock, @Value("${gongbao.guest:false}") boolean guest) {
        Archive archive = new OcflArchive(folder, database, clock);
        if (!guest) {
            archive.recover();
        }
        return archive;
    }

    /** After the archive, so that what is left in the inbox is known. */
    @Bean
    Quarantine quarantine(
            DataFolder folder,
            Database database,
            Archive archive,
            Clock clock,
            @Value("${gongbao.guest:false}") boolean guest) {
        Quarantine quarantine = new Quarantine(folder, database, clock);
        if (!guest) {
            quarantine.recover();
        }
        return quarantine;
    }
}
