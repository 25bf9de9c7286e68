package org.gongbao.extraction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongbao.record.Finding;

/** Reads plain text: one paragraph a line, unless the lines are clearly those of wrapped paragraphs. */
public final class PlainTextExtractor implements Extractor {

    /** Every kind of line end, such as CR LF, form feed or U+2028. */
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r\\f\\x0B\\x85\\u2028\\u2029]");

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals(MediaTypes.TEXT);
    }

    @Override
    public ExtractedText extract(Path file, String mediaType, ExtractionLimits limits) {
        TextDecoder.Decoded decoded = TextDecoder.decode(FileBytes.ofText(file), null);
        Characters characters = new Characters(decoded.undecodable());
        List<String> lines =
                LINE_END.splitAsStream(decoded.text()).map(characters::clean).toList();
        List<Block> blocks = TabbedRows.byTabsAndBlanks(WrappedLines.paragraphs(lines));
        List<Finding> findings = new ArrayList<>(decoded.findings());
        findings.addAll(characters.findings());
        if (blocks.isEmpty()) {
            findings.add(Finding.warning("text.blank", "the file holds no visible character; expected a text"));
        }
        return ExtractedText.unpaged(mediaType, decoded.charset(), blocks, Map.of(), findings);
    }
}
