package org.gongbao.system;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock, the data folder and the database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GongbaoSettings.class)
class SystemConfiguration {

    @Bean
    Clock clock(GongbaoSettings settings) {
        return Clock.system(settings.zone());
    }

    /** The folder, owned by this process until it ends; a guest leaves it to its owner. */
    @Bean
    DataFolder dataFolder(GongbaoSettings settings, @Value("${gongbao.guest:false}") boolean guest) {
        DataFolder folder = new DataFolder(settings.data());
        folder.requireWhole();
        if (!guest && !folder.own()) {
            throw new DataFolderOwnedException(folder.root());
        }
        return folder;
    }

    @Bean
    Database database(@Value("${gongbao.database.url:}") String url, DataFolder folder) {
        return Database.open(url.isEmpty() ? Database.embedded(folder) : url);
    }
}
