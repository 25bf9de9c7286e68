package org.gongbao.extraction;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Reads any XML: the words of all elements in document order, each paragraph with the path of its element, which a profile of
 * a series maps to fields. XHTML is read as a page.
 */
public final class XmlExtractor implements Extractor {

    private static final int HEAD = 200;

    /** {@code <?xml version="1.0" encoding="Big5"?>}. */
    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([\\w.-]+)");

    /** The declaration of characters says nothing once they are read; a blank before it makes XML ill-formed. */
    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml\\s[^>]*\\?>");

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals(MediaTypes.XML);
    }

    @Override
    public ExtractedText extract(Path file, String mediaType, ExtractionLimits limits) {
        byte[] bytes = FileBytes.ofXml(file);
        TextDecoder.Decoded decoded = TextDecoder.decode(bytes, declared(bytes));
        Characters characters = new Characters(decoded.undecodable());
        String text = DECLARATION.matcher(characters.clean(decoded.text())).replaceFirst("");
        XmlTree.Read read = XmlTree.read(text.strip());
        List<Block> blocks = XmlBlocks.of(read.root());
        List<Finding> findings = new ArrayList<>(decoded.findings());
        findings.addAll(characters.findings());
        findings.addAll(read.findings());
        if (blocks.isEmpty()) {
            findings.add(Finding.warning("text.blank", "the file holds no visible character; expected a text"));
        }
        return ExtractedText.unpaged(mediaType, decoded.charset(), blocks, read.metadata(), findings);
    }

    private static @Nullable String declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher encoding = ENCODING.matcher(head);
        return encoding.find() ? encoding.group(1) : null;
    }
}
