package org.gongbao.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The record of a document (文件记录): what {@code extract} prints and what everything else is made from.
 *
 * <p>The components are the keys of the record contract, in its order; the JSON Schema is
 * {@code ontology/record.schema.json}. A value that is not there is null or empty. {@code start} and {@code end} of
 * claims count Unicode code points of {@link #text()}. Made by {@link #builder(Source)}.
 */
public record DocumentRecord(
        String schema,
        Source source,
        String language,
        @Nullable String title,
        @Nullable String enclosedTitle,
        @Nullable String documentNumber,
        @Nullable String registryNumber,
        @Nullable String siteFileNumber,
        @Nullable String documentKind,
        @Nullable String instrumentForm,
        String normative,
        boolean draft,
        List<String> issuers,
        List<String> addressees,
        @Nullable String jurisdiction,
        List<AgencyReference> agencies,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate generatedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate expiresOn,
        @Nullable Validity validity,
        @Nullable String indexNumber,
        Disclosure disclosure,
        List<String> themes,
        @Nullable String summary,
        @Nullable String secrecy,
        List<Section> sections,
        List<Table> tables,
        List<Task> tasks,
        List<Citation> citations,
        List<String> attachments,
        @Nullable GazetteIssue gazette,
        @Nullable Profile profile,
        List<DocumentRecord> items,
        List<PersonalDatum> personalData,
        String text,
        Map<String, List<Claim>> claims,
        List<Finding> findings) {

    /** Name and version of the record contract. */
    public static final String SCHEMA = "gongbao-record/1";

    public DocumentRecord {
        issuers = List.copyOf(issuers);
        addressees = List.copyOf(addressees);
        agencies = List.copyOf(agencies);
        themes = List.copyOf(themes);
        sections = List.copyOf(sections);
        tables = List.copyOf(tables);
        tasks = List.copyOf(tasks);
        citations = List.copyOf(citations);
        attachments = List.copyOf(attachments);
        items = List.copyOf(items);
        personalData = List.copyOf(personalData);
        findings = List.copyOf(findings);
        claims = copyOfClaims(claims);
    }

    /** A record of nothing yet but its source. */
    public static Builder builder(Source source) {
        return new Builder(source);
    }

    /** A builder that starts from this record. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** The enclosed title where there is one, as search results show it, else the title. */
    public @Nullable String displayTitle() {
        return enclosedTitle != null ? enclosedTitle : title;
    }

    private static Map<String, List<Claim>> copyOfClaims(Map<String, List<Claim>> claims) {
        Map<String, List<Claim>> copy = new LinkedHashMap<>();
        claims.forEach((field, list) -> copy.put(field, List.copyOf(list)));
        return Collections.unmodifiableMap(copy);
    }

    /** Collects the values of a record; not for use by several threads. */
    public static final class Builder {
        private String schema = SCHEMA;
        private Source source;
        private String language = "zh-Hans";
        private @Nullable String title;
        private @Nullable String enclosedTitle;
        private @Nullable String documentNumber;
        private @Nullable String registryNumber;
        private @Nullable String siteFileNumber;
        private @Nullable String documentKind;
        private @Nullable String instrumentForm;
        private String normative = "unknown";
        private boolean draft;
        private List<String> issuers = new ArrayList<>();
        private List<String> addressees = new ArrayList<>();
        private @Nullable String jurisdiction;
        private List<AgencyReference> agencies = new ArrayList<>();
        private @Nullable LocalDate issuedOn;
        private @Nullable LocalDate publishedOn;
        private @Nullable LocalDate generatedOn;
        private @Nullable LocalDate effectiveOn;
        private @Nullable LocalDate expiresOn;
        private @Nullable Validity validity;
        private @Nullable String indexNumber;
        private Disclosure disclosure = Disclosure.NONE;
        private List<String> themes = new ArrayList<>();
        private @Nullable String summary;
        private @Nullable String secrecy;
        private List<Section> sections = new ArrayList<>();
        private List<Table> tables = new ArrayList<>();
        private List<Task> tasks = new ArrayList<>();
        private List<Citation> citations = new ArrayList<>();
        private List<String> attachments = new ArrayList<>();
        private @Nullable GazetteIssue gazette;
        private @Nullable Profile profile;
        private List<DocumentRecord> items = new ArrayList<>();
        private List<PersonalDatum> personalData = new ArrayList<>();
        private String text = "";
        private Map<String, List<Claim>> claims = new LinkedHashMap<>();
        private List<Finding> findings = new ArrayList<>();

        private Builder(Source source) {
            this.source = source;
        }

        private Builder(DocumentRecord from) {
            this.schema = from.schema;
            this.source = from.source;
            this.language = from.language;
            this.title = from.title;
            this.enclosedTitle = from.enclosedTitle;
            this.documentNumber = from.documentNumber;
            this.registryNumber = from.registryNumber;
            this.siteFileNumber = from.siteFileNumber;
            this.documentKind = from.documentKind;
            this.instrumentForm = from.instrumentForm;
            this.normative = from.normative;
            this.draft = from.draft;
            this.issuers = new ArrayList<>(from.issuers);
            this.addressees = new ArrayList<>(from.addressees);
            this.jurisdiction = from.jurisdiction;
            this.agencies = new ArrayList<>(from.agencies);
            this.issuedOn = from.issuedOn;
            this.publishedOn = from.publishedOn;
            this.generatedOn = from.generatedOn;
            this.effectiveOn = from.effectiveOn;
            this.expiresOn = from.expiresOn;
            this.validity = from.validity;
            this.indexNumber = from.indexNumber;
            this.disclosure = from.disclosure;
            this.themes = new ArrayList<>(from.themes);
            this.summary = from.summary;
            this.secrecy = from.secrecy;
            this.sections = new ArrayList<>(from.sections);
            this.tables = new ArrayList<>(from.tables);
            this.tasks = new ArrayList<>(from.tasks);
            this.citations = new ArrayList<>(from.citations);
            this.attachments = new ArrayList<>(from.attachments);
            this.gazette = from.gazette;
            this.profile = from.profile;
            this.items = new ArrayList<>(from.items);
            this.personalData = new ArrayList<>(from.personalData);
            this.text = from.text;
            from.claims.forEach((field, list) -> this.claims.put(field, new ArrayList<>(list)));
            this.findings = new ArrayList<>(from.findings);
        }

        public Builder source(Source source) {
            this.source = source;
            return this;
        }

        public Builder language(String language) {
            this.language = language;
            return this;
        }

        public Builder title(@Nullable String title) {
            this.title = title;
            return this;
        }

        public Builder enclosedTitle(@Nullable String enclosedTitle) {
            this.enclosedTitle = enclosedTitle;
            return this;
        }

        public Builder documentNumber(@Nullable String documentNumber) {
            this.documentNumber = documentNumber;
            return this;
        }

        public Builder registryNumber(@Nullable String registryNumber) {
            this.registryNumber = registryNumber;
            return this;
        }

        public Builder siteFileNumber(@Nullable String siteFileNumber) {
            this.siteFileNumber = siteFileNumber;
            return this;
        }

        public Builder documentKind(@Nullable String documentKind) {
            this.documentKind = documentKind;
            return this;
        }

        public Builder instrumentForm(@Nullable String instrumentForm) {
            this.instrumentForm = instrumentForm;
            return this;
        }

        public Builder normative(String normative) {
            this.normative = normative;
            return this;
        }

        public Builder draft(boolean draft) {
            this.draft = draft;
            return this;
        }

        public Builder issuers(List<String> issuers) {
            this.issuers = new ArrayList<>(issuers);
            return this;
        }

        public Builder addressees(List<String> addressees) {
            this.addressees = new ArrayList<>(addressees);
            return this;
        }

        public Builder jurisdiction(@Nullable String jurisdiction) {
            this.jurisdiction = jurisdiction;
            return this;
        }

        public Builder agencies(List<AgencyReference> agencies) {
            this.agencies = new ArrayList<>(agencies);
            return this;
        }

        public Builder issuedOn(@Nullable LocalDate issuedOn) {
            this.issuedOn = issuedOn;
            return this;
        }

        public Builder publishedOn(@Nullable LocalDate publishedOn) {
            this.publishedOn = publishedOn;
            return this;
        }

        public Builder generatedOn(@Nullable LocalDate generatedOn) {
            this.generatedOn = generatedOn;
            return this;
        }

        public Builder effectiveOn(@Nullable LocalDate effectiveOn) {
            this.effectiveOn = effectiveOn;
            return this;
        }

        public Builder expiresOn(@Nullable LocalDate expiresOn) {
            this.expiresOn = expiresOn;
            return this;
        }

        public Builder validity(@Nullable Validity validity) {
            this.validity = validity;
            return this;
        }

        public Builder indexNumber(@Nullable String indexNumber) {
            this.indexNumber = indexNumber;
            return this;
        }

        public Builder disclosure(Disclosure disclosure) {
            this.disclosure = disclosure;
            return this;
        }

        public Builder themes(List<String> themes) {
            this.themes = new ArrayList<>(themes);
            return this;
        }

        public Builder summary(@Nullable String summary) {
            this.summary = summary;
            return this;
        }

        public Builder secrecy(@Nullable String secrecy) {
            this.secrecy = secrecy;
            return this;
        }

        public Builder sections(List<Section> sections) {
            this.sections = new ArrayList<>(sections);
            return this;
        }

        public Builder tables(List<Table> tables) {
            this.tables = new ArrayList<>(tables);
            return this;
        }

        public Builder tasks(List<Task> tasks) {
            this.tasks = new ArrayList<>(tasks);
            return this;
        }

        public Builder citations(List<Citation> citations) {
            this.citations = new ArrayList<>(citations);
            return this;
        }

        public Builder attachments(List<String> attachments) {
            this.attachments = new ArrayList<>(attachments);
            return this;
        }

        public Builder gazette(@Nullable GazetteIssue gazette) {
            this.gazette = gazette;
            return this;
        }

        public Builder profile(@Nullable Profile profile) {
            this.profile = profile;
            return this;
        }

        public Builder items(List<DocumentRecord> items) {
            this.items = new ArrayList<>(items);
            return this;
        }

        public Builder personalData(List<PersonalDatum> personalData) {
            this.personalData = new ArrayList<>(personalData);
            return this;
        }

        public Builder text(String text) {
            this.text = text;
            return this;
        }

        public Builder findings(List<Finding> findings) {
            this.findings = new ArrayList<>(findings);
            return this;
        }

        public Builder claims(Map<String, List<Claim>> claims) {
            this.claims = new LinkedHashMap<>();
            claims.forEach((field, list) -> this.claims.put(field, new ArrayList<>(list)));
            return this;
        }

        /** Adds a claim for a field, named as in the contract. */
        public Builder claim(String field, Claim claim) {
            claims.computeIfAbsent(field, name -> new ArrayList<>()).add(claim);
            return this;
        }

        public Builder finding(Finding finding) {
            findings.add(finding);
            return this;
        }

        public DocumentRecord build() {
            return new DocumentRecord(
                    schema,
                    source,
                    language,
                    title,
                    enclosedTitle,
                    documentNumber,
                    registryNumber,
                    siteFileNumber,
                    documentKind,
                    instrumentForm,
                    normative,
                    draft,
                    issuers,
                    addressees,
                    jurisdiction,
                    agencies,
                    issuedOn,
                    publishedOn,
                    generatedOn,
                    effectiveOn,
                    expiresOn,
                    validity,
                    indexNumber,
                    disclosure,
                    themes,
                    summary,
                    secrecy,
                    sections,
                    tables,
                    tasks,
                    citations,
                    attachments,
                    gazette,
                    profile,
                    items,
                    personalData,
                    text,
                    claims,
                    findings);
        }
    }
}
