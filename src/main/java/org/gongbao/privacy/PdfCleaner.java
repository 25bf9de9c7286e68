package org.gongbao.privacy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;

/**
 * Makes a clean copy of a PDF: the same pages, without earlier revisions, properties, scripts, attachments, bookmarks,
 * annotations, alternative texts, thumbnails and hidden form data.
 *
 * <p>The copy is saved as a whole, so nothing that no page uses is in it. The same input gives the same bytes.
 */
final class PdfCleaner {

    /** What a catalogue may keep; everything else goes. */
    private static final Set<COSName> CATALOG =
            Set.of(COSName.TYPE, COSName.PAGES, COSName.PAGE_LABELS, COSName.VERSION, COSName.LANG);

    /** What a page may keep. */
    private static final Set<COSName> PAGE = Set.of(
            COSName.TYPE,
            COSName.PARENT,
            COSName.RESOURCES,
            COSName.CONTENTS,
            COSName.MEDIA_BOX,
            COSName.CROP_BOX,
            COSName.ROTATE,
            COSName.GROUP,
            COSName.getPDFName("UserUnit"));

    /** What images and forms may carry beside what is drawn. */
    private static final List<COSName> BESIDE = List.of(
            COSName.METADATA,
            COSName.getPDFName("PieceInfo"),
            COSName.getPDFName("LastModified"),
            COSName.getPDFName("AF"),
            COSName.getPDFName("OPI"),
            COSName.getPDFName("Alternates"),
            COSName.getPDFName("StructParent"),
            COSName.getPDFName("StructParents"),
            COSName.getPDFName("Ref"));

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private PdfCleaner() {}

    /**
     * Writes the clean copy.
     *
     * @return its number of pages
     */
    static int clean(Path source, Path target) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(source.toFile(), "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
            new PdfCleaner().clean(document);
            document.save(target.toFile());
            return document.getNumberOfPages();
        }
    }

    private void clean(PDDocument document) throws IOException {
        flattenForm(document);
        for (PDPage page : document.getPages()) {
            keepOnly(page.getCOSObject(), PAGE);
            resources(page.getResources());
        }
        keepOnly(document.getDocumentCatalog().getCOSObject(), CATALOG);
        document.setDocumentInformation(new PDDocumentInformation());
        document.getDocument().getTrailer().removeItem(COSName.ID);
        document.setDocumentId(0L);
        document.setAllSecurityToBeRemoved(true);
    }

    /** What a form shows becomes part of its pages. */
    private static void flattenForm(PDDocument document) throws IOException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm();
        if (form != null && !form.getFields().isEmpty()) {
            for (PDField field : form.getFieldTree()) {
                // The library draws what is not for the screen.
                field.getWidgets().stream().filter(PDAnnotation::isNoView).forEach(widget -> widget.setHidden(true));
            }
            form.flatten();
        }
    }

    private static void keepOnly(COSDictionary dictionary, Set<COSName> kept) {
        for (COSName name : List.copyOf(dictionary.keySet())) {
            if (!kept.contains(name)) {
                dictionary.removeItem(name);
            }
        }
    }

    private void resources(@org.jspecify.annotations.Nullable PDResources resources) throws IOException {
        if (resources == null || !seen.add(resources.getCOSObject())) {
            return;
        }
        resources.getCOSObject().removeItem(COSName.PROPERTIES);
        for (COSName name : resources.getXObjectNames()) {
            COSBase raw =
                    resources.getCOSObject().getCOSDictionary(COSName.XOBJECT).getItem(name);
            COSBase base = raw instanceof COSObject reference ? reference.getObject() : raw;
            if (base instanceof COSDictionary dictionary && seen.add(dictionary)) {
                BESIDE.forEach(dictionary::removeItem);
                if (COSName.FORM.equals(dictionary.getCOSName(COSName.SUBTYPE))) {
                    PDXObject form = resources.getXObject(name);
                    if (form instanceof PDFormXObject drawn) {
                        resources(drawn.getResources());
                    }
                }
            }
        }
    }
}
