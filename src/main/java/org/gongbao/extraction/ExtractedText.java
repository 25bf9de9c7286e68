package org.gongbao.extraction;

import java.util.List;
import java.util.Map;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What an extractor read from one file, in reading order: pages, blocks of lines and tables with their boxes.
 *
 * @param mediaType what the bytes are
 * @param charset encoding of text formats
 * @param pages the pages in order, empty for unpaged formats
 * @param blocks paragraphs and tables in reading order
 * @param metadata what the file says of itself, by name: HTML meta tags such as {@code ArticleTitle}
 * @param parts the files inside an archive such as a ZIP, in order; empty for others
 * @param findings what was lost, left out or doubtful
 */
public record ExtractedText(
        String mediaType,
        @Nullable String charset,
        List<Page> pages,
        List<Block> blocks,
        Map<String, String> metadata,
        List<Part> parts,
        List<Finding> findings) {

    /** Version of this form and of the extractors; stored with every extraction. */
    public static final String VERSION = "2";

    public ExtractedText {
        pages = List.copyOf(pages);
        blocks = List.copyOf(blocks);
        metadata = Map.copyOf(metadata);
        parts = List.copyOf(parts);
        findings = List.copyOf(findings);
    }

    /** The extraction of an unpaged file without parts. */
    public static ExtractedText unpaged(
            String mediaType,
            @Nullable String charset,
            List<Block> blocks,
            Map<String, String> metadata,
            List<Finding> findings) {
        return new ExtractedText(mediaType, charset, List.of(), blocks, metadata, List.of(), findings);
    }

    /** Whether any page, also one of a part, was recognised from its image. */
    public boolean recognisedByOcr() {
        return pages.stream().anyMatch(Page::recognisedByOcr)
                || parts.stream().anyMatch(part -> part.text().recognisedByOcr());
    }

    /** A file inside this file, by its name there. */
    public record Part(String name, ExtractedText text) {}
}
