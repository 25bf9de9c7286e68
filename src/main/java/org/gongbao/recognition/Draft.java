package org.gongbao.recognition;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.record.DocumentNumber;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.GazetteIssue;
import org.gongbao.record.Proposal;
import org.gongbao.record.Source;
import org.jspecify.annotations.Nullable;

/**
 * A record in the making (著录草稿): the document's text and parts, the record's builder, and the values that later steps
 * need. Lives for one document.
 */
final class Draft {

    private final Profiles profiles;
    private final Flow flow;
    private final Header header;
    private final Anatomy anatomy;
    private final Sidecar sidecar;
    private final ExtractedText file;
    private final LocalDate asOf;
    private final DocumentRecord.Builder record;

    private @Nullable String title;
    private @Nullable String enclosedTitle;
    private @Nullable DocumentNumber number;
    private List<String> issuers = List.of();
    private @Nullable String jurisdiction;
    private @Nullable LocalDate issuedOn;
    private @Nullable LocalDate effectiveOn;
    private @Nullable LocalDate expiresOn;
    private @Nullable GazetteIssue gazette;
    private @Nullable Seen masthead;
    private boolean proposed;
    private List<String> attachments = List.of();
    private final Set<Integer> attachmentLines = new HashSet<>();

    Draft(
            Source source,
            Profiles profiles,
            Flow flow,
            Header header,
            Anatomy anatomy,
            Sidecar sidecar,
            ExtractedText file,
            LocalDate asOf) {
        this.profiles = profiles;
        this.flow = flow;
        this.header = header;
        this.anatomy = anatomy;
        this.sidecar = sidecar;
        this.file = file;
        this.asOf = asOf;
        this.record = DocumentRecord.builder(source).text(flow.text());
    }

    Profiles profiles() {
        return profiles;
    }

    Flow flow() {
        return flow;
    }

    Header header() {
        return header;
    }

    Anatomy anatomy() {
        return anatomy;
    }

    Sidecar sidecar() {
        return sidecar;
    }

    /** What the file says of itself, such as HTML meta tags. */
    Map<String, String> metadata() {
        return file.metadata();
    }

    /** What was read from the file, the document or a part of which this is. */
    ExtractedText file() {
        return file;
    }

    LocalDate asOf() {
        return asOf;
    }

    DocumentRecord.Builder record() {
        return record;
    }

    /** Adds the evidence of a field's value, with the confidence that its rule has earned. */
    void claim(String field, Seen seen) {
        record.claim(field, flow.claim(profiles.confidences().calibrated(seen)));
    }

    /** Keeps the evidence of a value that another place of the document overruled; its rule is measured on its own. */
    void overruled(String field, Seen seen, double most) {
        Seen lost = profiles.confidences().calibrated(seen.withRule(seen.rule().replace("/", "-overruled/")));
        record.claim(field, flow.claim(lost.withConfidence(most)));
    }

    void finding(Finding finding) {
        record.finding(finding);
    }

    /** A finding about something seen: quotes it and names its page. */
    void finding(Finding finding, Seen seen) {
        record.finding(finding.onPage(flow.claim(seen).page()).quoting(seen.raw()));
    }

    Optional<String> title() {
        return Optional.ofNullable(title);
    }

    void title(String value) {
        title = value;
        record.title(value);
    }

    Optional<String> enclosedTitle() {
        return Optional.ofNullable(enclosedTitle);
    }

    void enclosedTitle(String value) {
        enclosedTitle = value;
        record.enclosedTitle(value);
    }

    Optional<DocumentNumber> number() {
        return Optional.ofNullable(number);
    }

    void number(DocumentNumber value) {
        number = value;
        record.documentNumber(value.toString());
    }

    List<String> issuers() {
        return issuers;
    }

    void issuers(List<String> names) {
        issuers = List.copyOf(names);
        record.issuers(names);
    }

    Optional<LocalDate> issuedOn() {
        return Optional.ofNullable(issuedOn);
    }

    void issuedOn(LocalDate date) {
        issuedOn = date;
        record.issuedOn(date);
    }

    Optional<String> jurisdiction() {
        return Optional.ofNullable(jurisdiction);
    }

    void jurisdiction(String code) {
        jurisdiction = code;
        record.jurisdiction(code);
    }

    Optional<LocalDate> effectiveOn() {
        return Optional.ofNullable(effectiveOn);
    }

    void effectiveOn(LocalDate date) {
        effectiveOn = date;
        record.effectiveOn(date);
    }

    Optional<LocalDate> expiresOn() {
        return Optional.ofNullable(expiresOn);
    }

    void expiresOn(LocalDate date) {
        expiresOn = date;
        record.expiresOn(date);
    }

    /** Marks the document as a draft (征求意见稿、公示稿). */
    void markDraft(Seen seen) {
        proposed = true;
        record.draft(true);
        claim("draft", seen);
    }

    /** Whether the document only proposes: then nothing that it says of validity, its own or another's, takes effect. */
    boolean isProposal() {
        return Proposal.is(title, proposed);
    }

    Optional<GazetteIssue> gazette() {
        return Optional.ofNullable(gazette);
    }

    /** The place of the masthead, for a value made from it. */
    Seen masthead() {
        return Objects.requireNonNull(masthead, "no gazette was read yet");
    }

    void gazette(GazetteIssue issue, Seen seen) {
        gazette = issue;
        masthead = seen;
        record.gazette(issue);
        claim("gazette", seen);
    }

    /** Remembers that a line lists attachments and is no section of the text. */
    void listsAttachments(int line) {
        attachmentLines.add(line);
    }

    boolean isListOfAttachments(int line) {
        return attachmentLines.contains(line);
    }

    List<String> attachments() {
        return attachments;
    }

    void attachments(List<String> titles) {
        attachments = List.copyOf(titles);
        record.attachments(titles);
    }
}
