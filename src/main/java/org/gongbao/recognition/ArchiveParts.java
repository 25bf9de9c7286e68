package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.MediaTypes;
import org.gongbao.record.Finding;

/**
 * The files inside an archive (压缩包内文件): which are documents of their own and which annexes. An annex belongs to the
 * document before it, one before all documents to the first.
 */
final class ArchiveParts {

    /** {@code 附件1：}, {@code 附件 } before the title in a file's name. */
    private static final Pattern ANNEX = Pattern.compile("^附件\\s*[\\d一二三四五六七八九十]{0,3}\\s*[:：.．、_-]?\\s*");

    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z]{2,4}$");

    /** A file with text. */
    record Part(String name, ExtractedText text) {}

    private final List<List<Part>> groups = new ArrayList<>();

    /** @param isDocument whether a part is a document of its own */
    ArchiveParts(List<Part> parts, Predicate<ExtractedText> isDocument) {
        List<Part> early = new ArrayList<>();
        for (Part part : parts) {
            if (isDocument.test(part.text())) {
                groups.add(new ArrayList<>(List.of(part)));
                groups.get(groups.size() - 1).addAll(early);
                early.clear();
            } else if (groups.isEmpty()) {
                early.add(part);
            } else {
                groups.get(groups.size() - 1).add(part);
            }
        }
        if (!early.isEmpty()) {
            groups.add(early);
        }
    }

    /** All parts, every document before its annexes. */
    List<ExtractedText> inOrder() {
        return groups.stream().flatMap(List::stream).map(Part::text).toList();
    }

    /** Each document with its annexes. */
    List<List<ExtractedText>> documents() {
        return groups.stream()
                .map(group -> group.stream().map(Part::text).toList())
                .toList();
    }

    /** What the annexes of the first document are called by their files. */
    List<String> annexNames() {
        return groups.stream()
                .limit(1)
                .flatMap(group -> group.stream().skip(1))
                .map(part -> part.name().substring(part.name().lastIndexOf('/') + 1))
                .map(name -> EXTENSION.matcher(name).replaceFirst(""))
                .map(name -> ANNEX.matcher(name).replaceFirst(""))
                .filter(name -> !name.isBlank())
                .toList();
    }

    /** The parts with text, those of inner archives in their place; a finding of each says which file it was. */
    static List<Part> of(ExtractedText archive) {
        List<Part> parts = new ArrayList<>();
        collect(archive, "", parts);
        return parts;
    }

    private static void collect(ExtractedText archive, String path, List<Part> parts) {
        for (ExtractedText.Part part : archive.parts()) {
            ExtractedText text = part.text();
            String name = path + part.name();
            if (!text.parts().isEmpty()) {
                collect(text, name + "/", parts);
            } else if (!text.blocks().isEmpty()) {
                parts.add(new Part(name, named(name, text)));
            }
        }
    }

    private static ExtractedText named(String name, ExtractedText text) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.info("archive.part", "this text is the file " + name + " of the archive"));
        findings.addAll(text.findings());
        return new ExtractedText(
                text.mediaType(), text.charset(), text.pages(), text.blocks(), text.metadata(), List.of(), findings);
    }

    /**
     * Several parts as one text in their order; what the first says of itself stands for the whole.
     *
     * @param before what was found of the archive itself
     */
    static ExtractedText joined(List<Finding> before, List<ExtractedText> parts) {
        List<Block> blocks = new ArrayList<>();
        List<Finding> findings = new ArrayList<>(before);
        for (ExtractedText part : parts) {
            blocks.addAll(part.blocks());
            findings.addAll(part.findings());
        }
        Map<String, String> metadata = parts.isEmpty() ? Map.of() : parts.get(0).metadata();
        return ExtractedText.unpaged(MediaTypes.ZIP, null, blocks, metadata, findings);
    }
}
