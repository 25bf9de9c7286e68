package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/** Names what a PDF holds beside its pages: scripts, attached files, forms, notes. None of it is run, opened or read. */
final class PdfActiveContent {

    /** Annotations that are part of ordinary pages. */
    private static final Set<String> ORDINARY = Set.of("Link", "Widget", "Popup");

    private static final Set<String> ACTING =
            Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "GoToE", "Rendition");

    private final Set<String> seen = new LinkedHashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    /** What the document as a whole holds. */
    void readDocument(PDDocument document) {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        if (names != null && names.containsKey(COSName.JAVA_SCRIPT)) {
            report("pdf.javascript", "The PDF holds scripts; they were not run.", null, null);
        }
        if (names != null && names.containsKey(COSName.EMBEDDED_FILES)) {
            report("pdf.attachment", "The PDF has files attached; they were not read.", null, null);
        }
        COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
        if (form != null && form.containsKey(COSName.XFA)) {
            report("pdf.xfa", "The PDF holds an XFA form; only what its pages show was read.", null, null);
        }
        action(catalog.getDictionaryObject(COSName.OPEN_ACTION), null);
        if (catalog.containsKey(COSName.AA)) {
            report("pdf.action", "The PDF acts by itself on events; nothing was run.", null, null);
        }
        if (document.isEncrypted()) {
            report(
                    "pdf.owner-password",
                    "The PDF is protected by an owner password but opens without one.",
                    null,
                    null);
        }
    }

    /** What a page holds. */
    void readPage(COSDictionary page, int number) {
        COSArray annotations = page.getCOSArray(COSName.ANNOTS);
        for (int i = 0; annotations != null && i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation) {
                annotation(annotation, number);
            }
        }
    }

    private void annotation(COSDictionary annotation, int page) {
        action(annotation.getDictionaryObject(COSName.A), page);
        String kind = annotation.getNameAsString(COSName.SUBTYPE);
        if (kind == null || ORDINARY.contains(kind)) {
            return;
        }
        if (kind.equals("FileAttachment")) {
            report("pdf.attachment", "A file is attached to the page; it was not read.", page, null);
            return;
        }
        report(
                "pdf.annotation",
                "The page carries an annotation of kind " + kind + "; it is not part of the text.",
                page,
                annotation.getString(COSName.CONTENTS));
    }

    private void action(@Nullable COSBase action, @Nullable Integer page) {
        if (!(action instanceof COSDictionary dictionary)) {
            return;
        }
        String kind = dictionary.getNameAsString(COSName.S);
        if (kind != null && ACTING.contains(kind)) {
            String code = kind.equals("JavaScript") ? "pdf.javascript" : "pdf.action";
            report(code, "The PDF holds an action of kind " + kind + "; it was not run.", page, null);
        }
    }

    private void report(String code, String message, @Nullable Integer page, @Nullable String quote) {
        if (seen.add(code + page + message) && findings.size() < 200) {
            findings.add(Finding.warning(code, message).onPage(page).quoting(quote));
        }
    }

    List<Finding> findings() {
        return findings;
    }
}
