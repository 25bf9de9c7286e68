package org.gongbao.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.ExtractionJson;
import org.gongbao.extraction.PagePictures;
import org.gongbao.extraction.Workers;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.RecordJson;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Severity;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a document anew from which something goes (脱敏重制): its text first, then its pages, where it has any of its own, and its
 * record, which is recognised from the text that is left and from nothing else.
 */
final class RedactedCopies {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Workers workers;
    private final @Nullable Path fonts;
    private final @Nullable Path profiles;
    private final ZoneId zone;

    RedactedCopies(Workers workers, @Nullable Path fonts, @Nullable Path profiles, ZoneId zone) {
        this.workers = workers;
        this.fonts = fonts;
        this.profiles = profiles;
        this.zone = zone;
    }

    /**
     * What was made.
     *
     * @param record of the text that is left
     * @param hasPages whether the PDF was written
     * @param reading a file with the text that is left, with its places
     */
    record Made(DocumentRecord record, boolean hasPages, Path reading) {}

    Made make(
            Path original, DocumentRecord working, Portion portion, Decisions decisions, Decided decided, Path target) {
        Removals removals = decisions.removals();
        Path text = target.resolveSibling("redacted.json");
        boolean isWhole = portion == Portion.WHOLE_FILE;
        try {
            Files.write(
                    text,
                    isWhole
                            ? wholeFile(original, working, decisions, decided, target)
                            : part(RedactedText.of(RedactedText.asRead(working), removals)
                                    .text()));
            DocumentRecord anew = recognised(text, isWhole ? metadata(decided.metadata(), removals) : null);
            DocumentRecord.Builder record = decided.people().corrected(anew, removals::isIn).toBuilder();
            if (anew.gazette() == null) {
                record.gazette(working.gazette());
            }
            findings(text).forEach(record::finding);
            return new Made(record.build(), Files.exists(target), text);
        } catch (IOException e) {
            throw new UncheckedIOException("the redacted text cannot be kept in " + text, e);
        }
    }

    private byte[] wholeFile(Path original, DocumentRecord working, Decisions decisions, Decided decided, Path target) {
        Map<String, String> options = options();
        options.put("name", working.source().name());
        options.put("removals", decisions.removals().json());
        options.put("allowed", String.join("\n", decisions.allowed()));
        options.put("corrections", CanonicalJson.write(decided.texts()));
        if (PagePictures.draws(working.source().mediaType())) {
            options.put("target", target.toString());
        }
        if (fonts != null) {
            options.put("fonts", fonts.toAbsolutePath().toString());
        }
        return workers.run(RedactedCopyTask.NAME, original, options);
    }

    /** A document of an issue or an archive has no file of its own; its text is all there is to read. */
    private static byte[] part(ExtractedText text) {
        return ("{\"extraction\":" + new String(ExtractionJson.write(text), StandardCharsets.UTF_8) + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, String> options() {
        Map<String, String> options = new HashMap<>();
        if (profiles != null) {
            options.put("profiles", profiles.toAbsolutePath().toString());
        }
        return options;
    }

    private DocumentRecord recognised(Path text, @Nullable String metadata) {
        Map<String, String> options = options();
        options.put("name", PackageContent.PDF);
        options.put("extraction", text.toAbsolutePath().toString());
        options.put("zone", zone.toString());
        if (metadata != null) {
            options.put("meta", metadata);
        }
        return RecordJson.read(
                JSON.readTree(workers.run("record", text, options)).required("record"));
    }

    /** What the source says beside the file, without what goes; nothing, where that leaves no JSON. */
    private static @Nullable String metadata(@Nullable String metadata, Removals removals) {
        if (metadata == null) {
            return null;
        }
        try {
            String redacted = removals.redact(JSON.writeValueAsString(JSON.readTree(metadata)));
            JSON.readTree(redacted);
            return redacted;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static List<Finding> findings(Path result) throws IOException {
        JsonNode findings =
                JSON.readTree(Files.readAllBytes(result)).path("findings").path("all");
        return findings.valueStream()
                .map(finding -> new Finding(
                        Severity.ERROR,
                        finding.required("code").asString(),
                        finding.required("message").asString(),
                        finding.path("page").isNumber() ? finding.path("page").asInt() : null,
                        null))
                .toList();
    }
}
