package org.gongbao.review;

import java.time.Clock;
import org.gongbao.access.AuditTrail;
import org.gongbao.archive.JournalFile;
import org.gongbao.privacy.IssuePdf;
import org.gongbao.privacy.IssueProof;
import org.gongbao.privacy.TreatmentPolicy;
import org.gongbao.publication.ErasedTraces;
import org.gongbao.publication.PublicationGate;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.TimedReleases;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.gongbao.system.GongbaoSettings;
import org.gongbao.system.OwnerOnly;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people decide, kept by the process that owns the data folder. */
@Configuration(proxyBeanMethods = false)
@OwnerOnly
@EnableConfigurationProperties({DeskSettings.class, SealSettings.class})
class ReviewConfiguration {

    @Bean(initMethod = "breakOffUnfinished")
    SubmissionIntake submissionIntake(Database database, Submissions submissions, AuditTrail trail, Clock clock) {
        return new SubmissionIntake(database, submissions, trail, clock);
    }

    @Bean
    Submissions submissions(Database database, AuditTrail trail, DeskSettings settings, Clock clock) {
        return new Submissions(database, trail, settings, clock);
    }

    @Bean
    WorkingCalendar workingCalendar(GongbaoSettings settings) {
        return WorkingCalendar.over(settings.profiles(), settings.zone());
    }

    @Bean
    Deadlines deadlines(WorkingCalendar calendar, DeskSettings desk, GongbaoSettings settings) {
        return new Deadlines(calendar, desk, settings.zone());
    }

    @Bean
    DeskQueues deskQueues(Database database, Clock clock) {
        return new DeskQueues(database, clock);
    }

    @Bean
    MonthlyReports monthlyReports(Database database, WorkingCalendar calendar, GongbaoSettings settings, Clock clock) {
        return new MonthlyReports(database, calendar, settings.zone(), clock);
    }

    @Bean
    DocumentReadings documentReadings(Database database, Submissions submissions) {
        return new DocumentReadings(database, submissions);
    }

    @Bean
    LikeDocuments likeDocuments(Database database, Submissions submissions) {
        return new LikeDocuments(database, submissions);
    }

    @Bean
    Releases submissionReleases(Database database, Submissions submissions) {
        return new Releases(database, submissions);
    }

    @Bean
    ErasedTraces reviewTraces(Database database, Corrections corrections, Redactions redactions) {
        return new ReviewTraces(database, corrections, redactions);
    }

    @Bean
    ErasedTraces issueTraces(Database database, IssueFiles files, PublishedDocuments documents) {
        return new IssueTraces(database, files, documents);
    }

    /** A lost database knows the corrections again before anything is read anew. */
    @Bean(initMethod = "restore")
    Corrections corrections(Database database, DataFolder folder, Clock clock) {
        return new Corrections(
                database, new JournalFile(folder.folder("archive").resolve("corrections.jsonl")), clock);
    }

    /** As with corrections; without its key no decision fits, and nothing is published on it. */
    @Bean(initMethod = "restore")
    Redactions redactions(
            Database database, DataFolder folder, GongbaoSettings settings, AuditTrail audit, Clock clock) {
        return new Redactions(
                database,
                new JournalFile(folder.folder("archive").resolve("redactions.jsonl")),
                folder.folder("keys").resolve("redaction.hmac"),
                TreatmentPolicy.over(settings.profiles()),
                audit,
                clock);
    }

    @Bean
    IssuePlans issuePlans(Database database, AuditTrail trail, Clock clock) {
        return new IssuePlans(database, trail, clock);
    }

    @Bean
    IssueFiles issueFiles(DataFolder folder) {
        return new IssueFiles(folder.folder("issues"));
    }

    @Bean
    SealService sealService(SealSettings settings) {
        return settings.address() == null
                ? new SealCommand(settings)
                : new SealAddress(settings.address(), settings.timeout());
    }

    @Bean
    IssueProofs issueProofs(IssuePlans plans, IssueProof proof, IssueFiles files, PublishedDocuments documents) {
        return new IssueProofs(plans, proof, files, documents);
    }

    @Bean
    IssueEditions issueEditions(
            PublishedDocuments documents,
            IssuePdf pdf,
            IssueFiles files,
            GongbaoSettings settings,
            IssueProofs proofs,
            SealService seal) {
        return new IssueEditions(documents, pdf, files, settings.base(), proofs, seal);
    }

    @Bean
    IssueReleases issueReleases(
            IssuePlans plans,
            IssueEditions editions,
            PublishedDocuments documents,
            Publisher publisher,
            TimedReleases timed,
            IssueProofs proofs) {
        return new IssueReleases(plans, editions, documents, publisher, timed, proofs);
    }

    @Bean
    PublicationGate issueGate(PublishedDocuments documents) {
        return new IssueGate(documents);
    }
}
