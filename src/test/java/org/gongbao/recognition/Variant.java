package org.gongbao.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongbao.record.DocumentRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A written variant: an invented document in one of the shapes that offices and sites use, and what is expected of it. A file
 * of {@code variants/} holds many, each {@code === name}, a line of JSON, {@code ---} and the text. A field that the JSON does
 * not name must be empty, but for those in {@link #OPTIONAL}.
 */
record Variant(String name, JsonNode expected, String text) {

    private static final List<String> FILES = List.of(
            "kinds",
            "joint-and-carriers",
            "headers-and-numbers",
            "dates-and-addressees",
            "titles-and-attachments",
            "bodies-and-pages");

    /** Fields that are compared only where a variant names them. */
    private static final List<String> OPTIONAL =
            List.of("documentKind", "effectiveOn", "mode", "registryNumber", "sections");

    private static final Pattern TOP_LEVEL = Pattern.compile("[一二三四五六七八九十百]+");

    static Stream<Variant> all() {
        return FILES.stream().flatMap(Variant::in);
    }

    private static Stream<Variant> in(String file) {
        try (InputStream in = Variant.class.getResourceAsStream("variants/" + file + ".txt")) {
            String whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(whole.split("(?m)^=== ")).skip(1).map(Variant::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Variant of(String part) {
        String[] lines = part.split("\n", 4);
        return new Variant(lines[0].strip(), JsonMapper.shared().readTree(lines[1]), lines[3]);
    }

    /** What is expected, one field a line. */
    String wanted() {
        return show(field -> {
            JsonNode value = expected.path(field);
            return value.isArray()
                    ? value.valueStream().map(JsonNode::asString).toList().toString()
                    : value.isMissingNode() ? empty(field) : value.asString();
        });
    }

    /** The same fields of a record. */
    String found(DocumentRecord record) {
        return show(field -> switch (field) {
            case "title" -> text(record.title());
            case "enclosedTitle" -> text(record.enclosedTitle());
            case "documentNumber" -> text(record.documentNumber());
            case "documentKind" -> text(record.documentKind());
            case "registryNumber" -> text(record.registryNumber());
            case "issuers" -> record.issuers().toString();
            case "addressees" -> record.addressees().toString();
            case "issuedOn" -> text(record.issuedOn());
            case "publishedOn" -> text(record.publishedOn());
            case "effectiveOn" -> text(record.effectiveOn());
            case "indexNumber" -> text(record.indexNumber());
            case "mode" -> text(record.disclosure().mode());
            case "attachments" -> record.attachments().toString();
            case "draft" -> Boolean.toString(record.draft());
            case "citations" -> citations(record);
            case "sections" ->
                Long.toString(record.sections().stream()
                        .filter(section -> TOP_LEVEL.matcher(section.label()).matches())
                        .count());
            default -> throw new IllegalArgumentException(field);
        });
    }

    /** Numbers of cited documents, titles of those without one; the document's own, what it carries and annexes left out. */
    private static String citations(DocumentRecord record) {
        return record.citations().stream()
                .filter(each -> each.documentNumber() != null
                        || each.title() != null
                                && !each.title().equals(record.enclosedTitle())
                                && !record.attachments().contains(each.title()))
                .map(each -> each.documentNumber() != null ? each.documentNumber() : each.title())
                .toList()
                .toString();
    }

    private String show(java.util.function.UnaryOperator<String> value) {
        return Stream.of(
                        "title",
                        "enclosedTitle",
                        "documentNumber",
                        "documentKind",
                        "registryNumber",
                        "issuers",
                        "addressees",
                        "issuedOn",
                        "publishedOn",
                        "effectiveOn",
                        "indexNumber",
                        "mode",
                        "attachments",
                        "draft",
                        "citations",
                        "sections")
                .filter(field -> !OPTIONAL.contains(field) || expected.has(field))
                .map(field -> field + ": " + value.apply(field))
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private static String empty(String field) {
        return switch (field) {
            case "issuers", "addressees", "attachments", "citations" -> "[]";
            case "draft" -> "false";
            default -> "null";
        };
    }

    private static String text(@org.jspecify.annotations.Nullable Object value) {
        return String.valueOf(value);
    }

    @Override
    public String toString() {
        return name;
    }
}
