package org.gongbao.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.Range;
import org.gongbao.record.Finding;

/** Reads Word's binary format of 1997 to 2003, DOC, which WPS Office also writes under the name {@code .wps}. */
public final class DocExtractor implements Extractor {

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals(MediaTypes.DOC);
    }

    @Override
    public ExtractedText extract(Path file, String mediaType, ExtractionLimits limits) {
        try (InputStream in = Files.newInputStream(file);
                HWPFDocument document = new HWPFDocument(in)) {
            return extract(document, mediaType);
        } catch (EncryptedDocumentException e) {
            throw Refusals.encrypted(mediaType);
        } catch (OldWordFileFormatException e) {
            throw new UnreadableFileException(
                    "file.unsupported", "a document of Word 6 or 95 came; expected DOC of Word 97 or later, or DOCX");
        } catch (IOException e) {
            throw new UnreadableFileException(
                    "file.damaged", "a damaged DOC came (" + e.getMessage() + "); expected a whole one");
        }
    }

    private static ExtractedText extract(HWPFDocument document, String mediaType) {
        WordFindings found = new WordFindings();
        Characters characters = new Characters();
        DocBody body = new DocBody(found, characters);
        List<Finding> findings = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        try {
            body.read(document.getRange(), blocks);
        } catch (RuntimeException e) {
            if (blocks.isEmpty()) {
                throw e;
            }
            findings.add(Finding.error(
                    "doc.damaged",
                    "only the first " + blocks.size()
                            + " paragraphs and tables can be read; expected a whole document"));
        }
        added(document.getMainTextboxRange(), body, blocks, findings, "text boxes");
        added(document.getFootnoteRange(), body, blocks, findings, "footnotes");
        added(document.getEndnoteRange(), body, blocks, findings, "endnotes");
        surroundings(document, found);
        findings.addAll(found.list("doc"));
        findings.addAll(characters.findings());
        if (blocks.isEmpty()) {
            findings.add(
                    Finding.warning("doc.no-text", "a DOC without text came; expected text (pictures are not read)"));
        }
        return ExtractedText.unpaged(mediaType, null, blocks, margins(document, findings), findings);
    }

    /** Text boxes and notes stand beside the body in this format; they follow it. */
    private static void added(Range range, DocBody body, List<Block> blocks, List<Finding> findings, String what) {
        try {
            body.read(range, blocks);
        } catch (RuntimeException e) {
            findings.add(Finding.error("doc.damaged", "the " + what + " cannot be read; expected a whole document"));
        }
    }

    /** Headers and footers (页眉, 页脚) are one story in this format: beside the text, not in it. */
    private static Map<String, String> margins(HWPFDocument document, List<Finding> findings) {
        try {
            List<Block> blocks = new ArrayList<>();
            new DocBody(new WordFindings(), new Characters()).read(document.getHeaderStoryRange(), blocks);
            String text = DocxBody.text(blocks);
            return text.isBlank() ? Map.of() : Map.of("header", text);
        } catch (RuntimeException e) {
            findings.add(Finding.warning("doc.header-unread", "headers and footers cannot be read"));
            return Map.of();
        }
    }

    private static void surroundings(HWPFDocument document, WordFindings found) {
        if (!document.getCommentsRange().text().isBlank()) {
            found.count(WordFindings.Kind.COMMENTS);
        }
        if (document.getDirectory() != null && document.getDirectory().hasEntryCaseInsensitive("Macros")) {
            found.count(WordFindings.Kind.MACROS);
        }
        if (document.getDirectory() != null && document.getDirectory().hasEntryCaseInsensitive("ObjectPool")) {
            found.count(WordFindings.Kind.EMBEDDED_OBJECTS);
        }
    }
}
