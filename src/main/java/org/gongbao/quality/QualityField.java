package org.gongbao.quality;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A field of a record that is judged (评测字段), and how its values are compared: as sets of keys. */
public enum QualityField {
    TITLE("title"),
    ENCLOSED_TITLE("enclosedTitle"),
    DOCUMENT_NUMBER("documentNumber"),
    REGISTRY_NUMBER("registryNumber"),
    SITE_FILE_NUMBER("siteFileNumber"),
    DOCUMENT_KIND("documentKind"),
    INSTRUMENT_FORM("instrumentForm"),
    ISSUERS("issuers"),
    ADDRESSEES("addressees"),
    ISSUED_ON("issuedOn"),
    PUBLISHED_ON("publishedOn"),
    GENERATED_ON("generatedOn"),
    EFFECTIVE_ON("effectiveOn"),
    EXPIRES_ON("expiresOn"),
    INDEX_NUMBER("indexNumber"),
    DISCLOSURE_MODE("disclosure.mode"),
    DISCLOSURE_TERM("disclosure.term"),
    DISCLOSURE_SCOPE("disclosure.scope"),
    DISCLOSURE_CATEGORY("disclosure.category"),
    THEMES("themes"),
    SECRECY("secrecy"),
    ATTACHMENTS("attachments"),
    CITATIONS("citations"),
    TASKS("tasks"),

    /** Labels with headings, of every level. */
    SECTIONS("sections"),

    /** How many sections 一、二、三、 there are; told where nobody wrote the headings down. */
    SECTION_COUNT("sections.count");

    private static final Pattern NUMERAL = Pattern.compile("[一二三四五六七八九十百]+");

    private final String path;

    QualityField(String path) {
        this.path = path;
    }

    /** The field as the record names it, a part of an object behind a dot. */
    public String path() {
        return path;
    }

    /** The values of a record, or of a truth of the same shape, as keys to compare. */
    Set<String> keys(JsonNode record) {
        return switch (this) {
            case ADDRESSEES ->
                Normalised.joined(line(record.path(path))).stream().collect(Collectors.toSet());
            case CITATIONS -> keys(elements(record.path(path)).map(QualityField::citation));
            case TASKS -> keys(elements(record.path(path)).map(task -> text(task.path("text"))));
            case SECTIONS -> sections(record.path(path), "", new LinkedHashSet<>());
            case SECTION_COUNT ->
                Set.of(Long.toString(elements(record.path("sections"))
                        .filter(QualityField::isNumbered)
                        .count()));
            default -> keys(values(record).map(QualityField::text));
        };
    }

    /** The values that a claim of this field may have. */
    Set<String> claimable(JsonNode truth) {
        return this == ADDRESSEES ? Normalised.members(line(truth.path(path))) : keys(truth);
    }

    /** What a claim says, as keys; no claim tells how many sections there are, or what one says. */
    Set<String> claimed(String value) {
        return this == ADDRESSEES
                ? Normalised.members(value)
                : Normalised.of(value).stream().collect(Collectors.toSet());
    }

    boolean isClaimed() {
        return this != SECTIONS && this != SECTION_COUNT;
    }

    private Stream<JsonNode> values(JsonNode record) {
        JsonNode value = record;
        for (String part : path.split("\\.")) {
            value = value.path(part);
        }
        return value.isArray() ? elements(value) : Stream.of(value);
    }

    private static Set<String> keys(Stream<String> values) {
        return values.flatMap(value -> Normalised.of(value).stream()).collect(Collectors.toSet());
    }

    private static String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String line(JsonNode addressees) {
        return addressees.isArray()
                ? elements(addressees).map(QualityField::text).collect(Collectors.joining("，"))
                : text(addressees);
    }

    /** A citation's number where it has one, else its title. */
    private static String citation(JsonNode citation) {
        String number = text(citation.path("documentNumber"));
        return Normalised.of(number).isPresent() ? number : text(citation.path("title"));
    }

    private static boolean isNumbered(JsonNode section) {
        return section.path("level").asInt(1) == 1
                && NUMERAL.matcher(text(section.path("label"))).matches();
    }

    private static Set<String> sections(JsonNode sections, String above, Set<String> keys) {
        for (JsonNode section : sections) {
            String label =
                    above + "/" + Normalised.of(text(section.path("label"))).orElse("");
            keys.add(label + " "
                    + Normalised.of(text(section.path("heading"))).orElse("").toLowerCase(Locale.ROOT));
            sections(section.path("children"), label, keys);
        }
        return keys;
    }
}
