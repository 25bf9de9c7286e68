package org.gongbao.extraction;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import org.gongbao.record.Box;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.Finding;
import org.gongbao.record.Severity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Recognises the pages of a file one by one, each only once: what an earlier try kept is taken over, and a page that was
 * given up is left out with a finding.
 */
final class OcrPages {

    /** Nothing of a page could be read. Publication is held back by this code. */
    static final String UNREADABLE = "ocr.page-unreadable";

    private static final JsonMapper JSON = new JsonMapper();

    private final PageRecogniser recogniser;
    private final WorkerTask.Pages pages;

    OcrPages(PageRecogniser recogniser, WorkerTask.Pages pages) {
        this.recogniser = recogniser;
        this.pages = pages;
    }

    /** With the recogniser that the class path offers. */
    static OcrPages with(WorkerTask.Pages pages) {
        PageRecogniser found = ServiceLoader.load(PageRecogniser.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no page recogniser is on the class path"));
        return new OcrPages(found, pages);
    }

    /**
     * The page as an earlier try kept it, or recognised now.
     *
     * @param image asked only where it is needed
     */
    PageRecogniser.Recognised page(int page, double width, double height, Supplier<BufferedImage> image) {
        if (pages.givenUp(page)) {
            return new PageRecogniser.Recognised(
                    List.of(),
                    List.of(unreadable(page, "the page was given up: reading it cost two workers the life")));
        }
        byte[] kept = pages.kept(page).orElse(null);
        if (kept != null) {
            return read(kept);
        }
        PageRecogniser.Recognised recognised = recogniser.recognise(image.get(), page, width, height);
        pages.keep(page, CanonicalJson.bytes(recognised));
        return recognised;
    }

    static Finding unreadable(int page, String message) {
        return Finding.error(UNREADABLE, message).onPage(page);
    }

    /** Reads what {@link CanonicalJson} wrote. */
    static PageRecogniser.Recognised read(byte[] json) {
        JsonNode root = JSON.readTree(json);
        List<Line> lines = new ArrayList<>();
        for (JsonNode line : root.get("lines")) {
            JsonNode box = line.get("box");
            lines.add(new Line(
                    line.get("text").asString(),
                    line.get("page").asInt(),
                    new Box(
                            box.get(0).asDouble(),
                            box.get(1).asDouble(),
                            box.get(2).asDouble(),
                            box.get(3).asDouble()),
                    line.get("confidence").asDouble()));
        }
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : root.get("findings")) {
            findings.add(new Finding(
                    Severity.of(finding.get("severity").asString()),
                    finding.get("code").asString(),
                    finding.get("message").asString(),
                    finding.get("page").asInt(),
                    text(finding.get("quote"))));
        }
        return new PageRecogniser.Recognised(lines, findings, root.get("turned").asInt());
    }

    private static @Nullable String text(JsonNode node) {
        return node.isNull() ? null : node.asString();
    }
}
