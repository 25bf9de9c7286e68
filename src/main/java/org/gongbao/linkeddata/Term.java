package org.gongbao.linkeddata;

/**
 * The terms of the project's own vocabulary, {@code ontology/gongbao.ttl}, beside those of ELI, Dublin Core, PROV-O, ORG, SKOS and SPDX. A test
 * binds both lists.
 */
enum Term {
    DOCUMENT("Document"),
    SECTION("Section"),
    DUTY("Duty"),
    CITATION("Citation"),
    GAZETTE_ISSUE("GazetteIssue"),
    AGENCY("Agency"),
    DOCUMENT_KIND("documentKind"),
    INSTRUMENT_FORM("instrumentForm"),
    ENCLOSED_TITLE("enclosedTitle"),
    REGISTRY_NUMBER("registryNumber"),
    INDEX_NUMBER("indexNumber"),
    DISCLOSURE_MODE("disclosureMode"),
    ADDRESSEE("addressee"),
    THEME("theme"),
    VERSION("version"),
    LOG_POSITION("logPosition"),
    TEXT("text"),
    HAS_SECTION("hasSection"),
    LABEL("label"),
    LEVEL("level"),
    HEADING("heading"),
    HAS_DUTY("hasDuty"),
    NUMBER("number"),
    CATEGORY("category"),
    RESPONSIBLE_UNIT("responsibleUnit"),
    MEASURE("measure"),
    DEADLINE("deadline"),
    HAS_CITATION("hasCitation"),
    RELATION("relation"),
    CITED_TITLE("citedTitle"),
    CITED_NUMBER("citedNumber"),
    QUOTE("quote"),
    SERIES("series"),
    YEAR("year"),
    ISSUE("issue"),
    TOTAL_ISSUE("totalIssue"),
    STATED_VALIDITY("statedValidity"),
    VALIDITY_AS_OF("validityAsOf"),
    FORWARDS("forwards"),
    INTERPRETS("interprets"),
    COMPLEMENTS("complements"),
    ANSWERS("answers"),
    FINDING("Finding"),
    REPAIRED_VALUE("RepairedValue"),
    RELATION_EVIDENCE("RelationEvidence"),
    EXTRACTION("Extraction"),
    RECOGNITION("Recognition"),
    REPAIR("Repair"),
    PUBLICATION("Publication"),
    SOFTWARE("software"),
    EDITOR("editor"),
    PUBLISHER("publisher"),
    HAS_DISCLOSURE_MODE("hasDisclosureMode"),
    OPEN_ATTRIBUTE("openAttribute"),
    VALIDITY_STATUS("validityStatus"),
    HAS_FINDING("hasFinding"),
    FINDINGS("findings"),
    FINDING_CODE("findingCode"),
    SEVERITY("severity"),
    HAS_REPAIRED_VALUE("hasRepairedValue"),
    REPAIRED_VALUES("repairedValues"),
    FIELD("field"),
    RAW_TEXT("rawText"),
    RULE("rule"),
    CONFIDENCE("confidence"),
    PAGE("page"),
    HAS_RELATION_EVIDENCE("hasRelationEvidence"),
    RELATED_DOCUMENT("relatedDocument"),
    EFFECTIVE_ON("effectiveOn"),
    BY_CHARACTER_RECOGNITION("byCharacterRecognition"),
    DIVISION("division");

    private final String localName;

    Term(String localName) {
        this.localName = localName;
    }

    String localName() {
        return localName;
    }
}
