package org.gongbao.web.site;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongbao.linkeddata.RdfFormat;
import org.gongbao.linkeddata.SchemaVersions;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublishedDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** The forms in which a document is served, by suffix or by {@code Accept}; the first is that of who has no wish. */
enum Representation {
    HTML("html", "text/html", "application/xhtml+xml"),
    JSON("json", "application/json"),
    JSON_LD(RdfFormat.JSON_LD),
    TURTLE(RdfFormat.TURTLE),
    RDF_XML(RdfFormat.RDF_XML),
    N_TRIPLES(RdfFormat.N_TRIPLES),
    XML("xml", "application/xml", "text/xml"),
    AKOMA_NTOSO("akn", "application/akn+xml"),
    TEXT("txt", "text/plain"),
    PDF("pdf", "application/pdf");

    private final String suffix;
    private final List<MediaType> types;
    private final @Nullable RdfFormat rdf;

    Representation(String suffix, String... types) {
        this.suffix = suffix;
        this.types = Arrays.stream(types).map(MediaType::parseMediaType).toList();
        this.rdf = null;
    }

    Representation(RdfFormat rdf) {
        this.suffix = rdf.suffix();
        this.types = List.of(MediaType.parseMediaType(rdf.mediaType()));
        this.rdf = rdf;
    }

    static Optional<Representation> ofSuffix(String suffix) {
        return Arrays.stream(values())
                .filter(form -> form.suffix.equals(suffix))
                .findFirst();
    }

    String suffix() {
        return suffix;
    }

    /** What is told to who can take none of the forms: suffix and media type. */
    String offer() {
        return "." + suffix + " (" + type() + ")";
    }

    /** The media types that ask for it; the first is the one it is sent as. */
    List<MediaType> types() {
        return types;
    }

    MediaType type() {
        return types.get(0);
    }

    /** The form of linked data that it is, null for others. */
    @Nullable
    RdfFormat rdf() {
        return rdf;
    }

    /** The forms in which a document can be had; not all have a PDF. */
    static List<Representation> offeredOf(PublishedDocument document) {
        boolean pdf = document.content().file(PackageContent.PDF).isPresent();
        return Arrays.stream(values()).filter(form -> pdf || form != PDF).toList();
    }

    /** Where is said what its parts mean: the vocabulary and what it demands, or the version of a schema. */
    List<String> description(SchemaVersions schemas) {
        if (rdf != null) {
            return List.of("/def/", "/def/shapes");
        }
        return this == JSON
                ? schemas.find("record").map(schema -> schema.newest().path()).stream()
                        .toList()
                : List.of();
    }

    /** Whether its bytes also hold what other documents say of this one. */
    boolean hasRelations() {
        return this != TEXT && this != PDF;
    }
}
