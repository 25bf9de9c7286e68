package org.gongbao.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Reads DOCX (ECMA-376, transitional and strict), as a reader of the final version sees it: tracked deletions, comments and
 * hidden text never enter the text, and that they are there is a finding.
 *
 * <p>It reads the package's XML itself rather than through a model of it, since numbering, revisions, text boxes and
 * content controls are known only there, and a damaged end then still leaves the beginning.
 */
public final class DocxExtractor implements Extractor {

    private static final String USUAL_NAME = "word/document.xml";

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals(MediaTypes.DOCX);
    }

    @Override
    public ExtractedText extract(Path file, String mediaType, ExtractionLimits limits) {
        try (OfficePackage office = new OfficePackage(file, limits)) {
            return extract(office, mediaType);
        } catch (XMLStreamException e) {
            throw new UnreadableFileException(
                    "file.damaged", "a DOCX with damaged XML came (" + firstLine(e) + "); expected well-formed parts");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ExtractedText extract(OfficePackage office, String mediaType)
            throws IOException, XMLStreamException {
        String main = target(office.references(""), "officeDocument", USUAL_NAME);
        List<OfficePackage.Reference> references = office.references(main);
        WordFindings found = new WordFindings();
        Characters characters = new Characters();
        DocxStyles styles = new DocxStyles(part(office, references, "styles"));
        DocxNotes notes = new DocxNotes();
        notes.define("footnote", part(office, references, "footnotes"));
        notes.define("endnote", part(office, references, "endnotes"));
        DocxNumbering numbering = new DocxNumbering(part(office, references, "numbering"), styles);
        DocxParts parts = new DocxParts(styles, numbering, notes, found, characters);

        List<Block> blocks = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        DocxBody body = new DocxBody(parts);
        read(office, main, body, blocks, findings);
        body.finish(blocks);
        body.notes(blocks);
        Map<String, String> margins = margins(office, references, parts);
        surroundings(office, references, found);
        findings.addAll(found.list("docx"));
        findings.addAll(characters.findings());
        if (blocks.isEmpty()) {
            findings.add(
                    Finding.warning("docx.no-text", "a DOCX without text came; expected text (pictures are not read)"));
        }
        return ExtractedText.unpaged(mediaType, null, TabbedRows.byTabs(blocks), margins, findings);
    }

    /** Reads the body as far as it is well formed. */
    private static void read(
            OfficePackage office, String main, DocxBody body, List<Block> blocks, List<Finding> findings)
            throws IOException, XMLStreamException {
        try (InputStream in = office.open(main)) {
            XmlParts.children(in, "w:body", child -> body.read(child, blocks));
        } catch (XMLStreamException | IOException e) {
            if (blocks.isEmpty()) {
                throw e;
            }
            findings.add(Finding.error(
                    "docx.damaged",
                    "only the first " + blocks.size() + " paragraphs and tables can be read (" + firstLine(e)
                            + "); expected a whole document"));
        }
    }

    /** Headers and footers (页眉, 页脚) hold page numbers and the like: beside the text, not in it. */
    private static Map<String, String> margins(
            OfficePackage office, List<OfficePackage.Reference> references, DocxParts parts)
            throws IOException, XMLStreamException {
        Map<String, String> margins = new TreeMap<>();
        for (OfficePackage.Reference reference : references) {
            String type = reference.type();
            if (!reference.external()
                    && (type.equals("header") || type.equals("footer"))
                    && office.has(reference.target())) {
                List<Block> blocks = new ArrayList<>();
                office.tree(reference.target()).ifPresent(tree -> new DocxBody(parts).readAll(tree, blocks));
                String text = DocxBody.text(blocks);
                if (!text.isBlank() && !margins.getOrDefault(type, "").contains(text)) {
                    margins.merge(type, text, (one, other) -> one + "\n" + other);
                }
            }
        }
        return margins;
    }

    private static void surroundings(OfficePackage office, List<OfficePackage.Reference> references, WordFindings found)
            throws IOException, XMLStreamException {
        XmlElement comments = part(office, references, "comments");
        if (comments != null) {
            comments.children().forEach(comment -> found.count(WordFindings.Kind.COMMENTS));
        }
        for (OfficePackage.Reference reference : references) {
            if (reference.type().equals("vbaProject")) {
                found.count(WordFindings.Kind.MACROS);
            } else if (reference.external() && !reference.type().equals("hyperlink")) {
                found.count(WordFindings.Kind.EXTERNAL_REFERENCE);
            } else if (reference.type().equals("package") || reference.type().equals("oleObject")) {
                if (!found.has(WordFindings.Kind.EMBEDDED_OBJECTS)) {
                    found.count(WordFindings.Kind.EMBEDDED_OBJECTS);
                }
            }
        }
    }

    private static @Nullable XmlElement part(
            OfficePackage office, List<OfficePackage.Reference> references, String type)
            throws IOException, XMLStreamException {
        return office.tree(target(references, type, "")).orElse(null);
    }

    private static String target(List<OfficePackage.Reference> references, String type, String otherwise) {
        return references.stream()
                .filter(reference -> reference.type().equals(type) && !reference.external())
                .map(OfficePackage.Reference::target)
                .findFirst()
                .orElse(otherwise);
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse("").strip();
    }
}
