package org.gongbao.publication;

import java.time.Clock;
import java.time.Duration;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The certificates that everything holds the same. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CertificateConfiguration.CertificateSettings.class)
class CertificateConfiguration {

    /**
     * When certificates are made.
     *
     * @param everything after so long everything is compared again; zero for never
     */
    @ConfigurationProperties("gongbao.certificates")
    record CertificateSettings(@DefaultValue("1d") Duration everything) {}

    @Bean
    Certificates certificates(
            Database database,
            PackageStore packages,
            DisseminationEngine engine,
            LogSigner signer,
            DataFolder data,
            Clock clock) {
        CertificateFiles files = new CertificateFiles(data.folder("certificates"));
        return new Certificates(database, packages, engine, signer, files, clock);
    }

    @Bean(initMethod = "start")
    CertificateTimer certificateTimer(Certificates certificates, CertificateSettings settings) {
        return new CertificateTimer(certificates, settings.everything());
    }
}
