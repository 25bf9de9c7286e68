package org.gongbao.extraction;

import org.gongbao.system.DataFolder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The worker processes of this machine. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WorkerSettings.class)
class ExtractionConfiguration {

    @Bean
    Workers workers(WorkerSettings settings, DataFolder folder) {
        return new WorkerPool(settings, folder.folder("workers"));
    }
}
