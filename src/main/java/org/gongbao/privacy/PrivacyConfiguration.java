package org.gongbao.privacy;

import org.gongbao.extraction.Workers;
import org.gongbao.publication.PublicationGate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gates and the making of public copies. */
@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {

    @Bean
    PackageMaker packageMaker(Workers workers) {
        return new PublicCopies(workers, new PackagedFont());
    }

    @Bean
    PublicationGate secrecyGate() {
        return new SecrecyGate();
    }

    @Bean
    PublicationGate disclosureModeGate() {
        return new DisclosureModeGate();
    }

    @Bean
    PublicationGate personalDataGate() {
        return new PersonalDataGate();
    }

    @Bean
    PublicationGate unreadablePagesGate() {
        return new UnreadablePagesGate();
    }
}
