package org.gongbao.linkeddata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas of what is given to machines, each version at an address of its own (格式版本). {@code ontology/schemas.json} lists
 * them; a version never changes, and one that was replaced is served for {@value #MONTHS} months more, so that whoever reads by it
 * has the time to follow.
 */
public final class SchemaVersions {

    /** Address of the list; a version has its name and number behind it. */
    public static final String PATH = "/data/schema";

    /** How long a replaced version is served. */
    static final int MONTHS = 6;

    private final List<Schema> schemas;

    private SchemaVersions(List<Schema> schemas) {
        this.schemas = List.copyOf(schemas);
    }

    /**
     * A schema.
     *
     * @param versions the oldest first
     */
    public record Schema(String name, List<Version> versions) {

        public Schema {
            versions = List.copyOf(versions);
        }

        public Version newest() {
            return versions.get(versions.size() - 1);
        }

        public Optional<Version> version(String number) {
            return versions.stream()
                    .filter(version -> version.number().equals(number))
                    .findFirst();
        }
    }

    /**
     * A version of a schema.
     *
     * @param since first day on which it was the newest
     * @param replacedOn first day on which it was not any more, null for the newest
     * @param sha256 of the file as it is kept, before the address of the service is put in
     */
    public record Version(
            String name,
            String number,
            String mediaType,
            LocalDate since,
            @Nullable LocalDate replacedOn,
            String file,
            String sha256,
            String text) {

        public String path() {
            return PATH + "/" + name + "/" + number;
        }

        /** First day on which it is not served any more; null for the newest. */
        public @Nullable LocalDate goneOn() {
            return replacedOn == null ? null : replacedOn.plusMonths(MONTHS);
        }

        public boolean isServedOn(LocalDate day) {
            LocalDate gone = goneOn();
            return gone == null || day.isBefore(gone);
        }

        public byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** The versions that {@code ontology/schemas.json} lists. */
    static SchemaVersions load(String base) {
        return of(resource("schemas.json"), SchemaVersions::resource, base);
    }

    /**
     * The versions of a list.
     *
     * @param files the text of a file by its name
     */
    public static SchemaVersions of(String list, UnaryOperator<String> files, String base) {
        List<Schema> schemas = new ArrayList<>();
        for (JsonNode schema : JsonMapper.shared().readTree(list).path("schemas")) {
            List<Version> versions = new ArrayList<>();
            JsonNode all = schema.path("versions");
            for (int i = 0; i < all.size(); i++) {
                versions.add(version(schema, all.get(i), all.get(i + 1), files, base));
            }
            if (versions.isEmpty()) {
                throw new IllegalStateException("the schema " + schema.path("name") + " has no version");
            }
            schemas.add(new Schema(schema.path("name").asString(), versions));
        }
        return new SchemaVersions(schemas);
    }

    private static Version version(
            JsonNode schema, JsonNode version, @Nullable JsonNode next, UnaryOperator<String> files, String base) {
        String name = schema.path("name").asString();
        String number = version.path("version").asString();
        String file = version.path("file").asString();
        LocalDate since = LocalDate.parse(version.path("since").asString());
        LocalDate replacedOn =
                next == null ? null : LocalDate.parse(next.path("since").asString());
        if (replacedOn != null && !replacedOn.isAfter(since)) {
            throw new IllegalStateException("version " + number + " of the schema " + name + " is from " + since
                    + ", expected before " + replacedOn + ", the day of the next one");
        }
        String text = files.apply(file)
                .replace("https://gongbao.org/schema/record.schema.json", base + PATH + "/" + name + "/" + number)
                .replace("{base}", base);
        return new Version(
                name,
                number,
                schema.path("mediaType").asString(),
                since,
                replacedOn,
                file,
                version.path("sha256").asString(),
                text);
    }

    static String resource(String file) {
        String name = "/ontology/" + file;
        try (InputStream in = Objects.requireNonNull(SchemaVersions.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    public List<Schema> all() {
        return schemas;
    }

    public Optional<Schema> find(String name) {
        return schemas.stream().filter(schema -> schema.name().equals(name)).findFirst();
    }
}
