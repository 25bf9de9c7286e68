package org.gongbao.privacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.ExtractionJson;
import org.gongbao.extraction.ExtractionLimits;
import org.gongbao.extraction.Extractors;
import org.gongbao.extraction.PagePictures;
import org.gongbao.extraction.TextPlaces;
import org.gongbao.extraction.UnreadableFileException;
import org.gongbao.extraction.WorkerTask;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Reads an untrusted file in a worker process and takes out what goes: from its text and, where it has pages, from pictures of
 * them, of which it makes a PDF.
 *
 * <p>Options: {@code name} of the file; {@code removals}, see {@link Removals#json}; {@code corrections}, what people read in
 * it, since what goes is told by their words; {@code allowed}, bare values that may be
 * read, one a line; {@code target}, the PDF to write, which stays unwritten where the file has no pages that can be drawn;
 * {@code fonts}, a folder; {@code profiles}, a folder laid over the packed profiles. Its result is JSON with
 * {@code extraction}, the redacted text as {@link ExtractionJson} reads it, and {@code findings} about the PDF.
 */
public final class RedactedCopyTask implements WorkerTask {

    static final String NAME = "redacted-copy";

    /** Boxes of such a page are not those of the page as it lies in the file. */
    private static final String TURNED = "ocr.page-turned";

    private final FontsOf fonts = new FontsOf();
    private final ChecksOf checks = new ChecksOf();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public byte[] run(Path file, Map<String, String> options, Pages pages) throws IOException {
        Removals removals = Removals.parse(Objects.requireNonNull(options.get("removals")));
        String profiles = options.get("profiles");
        ExtractionLimits usual = ExtractionLimits.DEFAULT;
        ExtractionLimits limits = new ExtractionLimits(
                usual.pages(), usual.unpackedBytes(), usual.parts(), profiles == null ? null : Path.of(profiles));
        ExtractedText text = new TextPlaces(Extractors.extract(file, options.getOrDefault("name", ""), limits, pages))
                .with(ExtractionJson.corrections(options.getOrDefault("corrections", "[]")))
                .text();
        RedactedText.Result redacted = RedactedText.of(text, removals);
        String target = options.get("target");
        List<Finding> findings =
                target == null || !hasPages(text) ? List.of() : rebuild(file, text, redacted, removals, options);
        return result(redacted.text(), findings);
    }

    private static boolean hasPages(ExtractedText text) {
        return PagePictures.draws(text.mediaType())
                && text.parts().isEmpty()
                && text.findings().stream().noneMatch(finding -> finding.code().equals(TURNED));
    }

    private List<Finding> rebuild(
            Path file,
            ExtractedText text,
            RedactedText.Result redacted,
            Removals removals,
            Map<String, String> options) {
        Path target = Path.of(Objects.requireNonNull(options.get("target")));
        Set<String> allowed =
                Set.copyOf(options.getOrDefault("allowed", "").lines().toList());
        RedactedPages pages = new RedactedPages(text, redacted, removals, LegibleCheck.of(removals));
        try {
            pages.write(file, fonts.of(options.get("fonts")), target);
            PublicFileCheck check = checks.of(options.get("profiles"));
            List<Finding> findings = new ArrayList<>(pages.findings());
            findings.addAll(check.findings(target, allowed));
            findings.addAll(check.shown(pages.uncovered(), allowed));
            return findings.stream().distinct().toList();
        } catch (IOException e) {
            throw new UnreadableFileException(
                    "file.copy-failed", "the pages could not be made anew: " + e.getMessage());
        }
    }

    private static byte[] result(ExtractedText text, List<Finding> findings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("{\"extraction\":".getBytes(StandardCharsets.UTF_8));
        out.write(ExtractionJson.write(text));
        out.write(",\"findings\":".getBytes(StandardCharsets.UTF_8));
        out.write(CanonicalJson.bytes(new TreeMap<>(Map.of("all", findings))));
        out.write('}');
        return out.toByteArray();
    }

    /** Fonts are read once a worker, as long as the option stays the same. */
    private static final class FontsOf {
        private @Nullable PrintFonts known;
        private String key = "";

        PrintFonts of(@Nullable String folder) {
            PrintFonts fonts = known;
            if (fonts == null || !key.equals(String.valueOf(folder))) {
                fonts = PrintFonts.of(folder == null ? null : Path.of(folder));
                known = fonts;
                key = String.valueOf(folder);
            }
            return fonts;
        }
    }
}
