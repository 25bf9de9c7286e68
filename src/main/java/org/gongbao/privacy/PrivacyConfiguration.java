package org.gongbao.privacy;

import java.nio.file.Path;
import org.gongbao.extraction.Workers;
import org.gongbao.publication.PublicationGate;
import org.gongbao.system.GongbaoSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gates and the making of public copies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacyConfiguration.PrivacySettings.class)
class PrivacyConfiguration {

    /**
     * Settings of public copies.
     *
     * @param fonts a folder of TrueType fonts for what the packaged one lacks, null for none
     * @param pageImages whether pages of public files are drawn when they are published
     */
    @ConfigurationProperties("gongbao")
    record PrivacySettings(
            @Nullable Path fonts, @DefaultValue("true") boolean pageImages) {

        /** A key that is there without a value is as good as none. */
        PrivacySettings {
            fonts = fonts == null || fonts.toString().isEmpty() ? null : fonts;
        }
    }

    @Bean
    PackageMaker packageMaker(Workers workers, PrivacySettings privacy, GongbaoSettings settings) {
        return new PublicCopies(
                workers,
                PrintFonts.of(privacy.fonts()),
                TreatmentPolicy.over(settings.profiles()),
                settings.profiles(),
                new RedactedCopies(workers, privacy.fonts(), settings.profiles(), settings.zone()),
                new PageViews(workers, privacy.pageImages()));
    }

    @Bean
    IssuePdf issuePdf(PrivacySettings privacy) {
        return new IssuePdf(PrintFonts.of(privacy.fonts()));
    }

    @Bean
    IssueProof issueProof(Workers workers, GongbaoSettings settings) {
        return new IssueProof(workers, settings.profiles());
    }

    @Bean
    PublicationGate publicFileGate() {
        return new PublicFileGate();
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
    PublicationGate personalDataGate(GongbaoSettings settings) {
        return new PersonalDataGate(
                new PersonalDataFinder(settings.profiles()), TreatmentPolicy.over(settings.profiles()));
    }

    @Bean
    PublicationGate unreadablePagesGate() {
        return new UnreadablePagesGate();
    }

    @Bean
    PublicationGate unfilledTemplateGate() {
        return new UnfilledTemplateGate();
    }

    @Bean
    Templates templates(GongbaoSettings settings) {
        return Templates.over(settings.profiles());
    }
}
