package org.gongbao.extraction;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.MissingOperandException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is drawn on a page of a PDF in one pass: characters, lines, the places of pictures. Characters are those that
 * the PDF library's text stripper would give. One reader serves all pages of a document, one after the other.
 */
final class PdfPageReader extends PdfTextEngine {

    private final PdfFonts fonts;
    private final PdfLayers layers;
    private final Set<COSStream> formsBeingDrawn = Collections.newSetFromMap(new IdentityHashMap<>());
    private PageBudget budget = new PageBudget();
    private @Nullable PdfFont current;
    private PdfMarkedContent marked;
    private PageContent content = new PageContent(0, 0, 0);
    private PageFaults faults = new PageFaults(content);
    private PdfGlyphs glyphs;
    private PdfPaths paths;

    PdfPageReader(PdfFonts fonts, PdfLayers layers) {
        this.fonts = fonts;
        this.layers = layers;
        this.marked = new PdfMarkedContent(layers);
        ShownPage nothing = ShownPage.of(new PDPage());
        this.glyphs = new PdfGlyphs(content, nothing);
        this.paths = new PdfPaths(nothing.fromUserSpace(), content.rulings);
    }

    /** Reads a page. A page that is damaged or too costly gives what was read until then, and a finding. */
    PageContent read(PDPage page, int number) {
        ShownPage shown = ShownPage.of(page);
        budget = new PageBudget();
        content = new PageContent(number, shown.width(), shown.height());
        faults = new PageFaults(content);
        glyphs = new PdfGlyphs(content, shown);
        paths = new PdfPaths(shown.fromUserSpace(), content.rulings);
        formsBeingDrawn.clear();
        marked = new PdfMarkedContent(layers);
        try {
            for (Iterator<PDStream> streams = page.getContentStreams(); streams.hasNext(); ) {
                budget.unpack(streams.next().getCOSObject());
            }
            processPage(page);
            readFormFields(page);
        } catch (PageTooCostlyException e) {
            faults.tooCostly(e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            faults.damage(e);
        }
        glyphs.finish(paths.backgrounds());
        marked.finding().ifPresent(content::add);
        return content;
    }

    /** What is filled into a form is drawn by the fields, not by the page. */
    private void readFormFields(PDPage page) throws IOException {
        if (!page.getCOSObject().containsKey(COSName.ANNOTS)) {
            return;
        }
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (annotation instanceof PDAnnotationWidget
                    && !annotation.isHidden()
                    && !annotation.isNoView()
                    && !marked.hidesObject(annotation.getCOSObject())) {
                budget.form();
                showAnnotation(annotation);
            }
        }
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException exception)
            throws IOException {
        faults.damage(exception);
        super.operatorException(operator, operands, exception);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.operator();
        String name = operator.getName();
        PDGraphicsState state = getGraphicsState();
        boolean hidden = marked.isHidden();
        boolean noFill = hidden || state.getNonStrokingColor() == PdfColours.WHITE;
        if (!hidden) {
            paths.filledBy(name).forEach(area -> CoveredText.Cover.add(content, area));
        }
        boolean noStroke = hidden || state.getStrokingColor() == PdfColours.WHITE;
        if (paths.take(name, operands, state.getCurrentTransformationMatrix(), noFill, noStroke)
                || PdfColours.take(name, operands, state, getResources())) {
            content.marked = true;
            return;
        }
        switch (name) {
            case OperatorName.SET_FONT_AND_SIZE -> setFont(operands, operator);
            case OperatorName.DRAW_OBJECT -> draw(operands, operator);
            case OperatorName.BEGIN_INLINE_IMAGE, OperatorName.SHADING_FILL -> picture();
            case OperatorName.BEGIN_MARKED_CONTENT_SEQ -> marked.begin(operands, getResources());
            default -> super.processOperator(operator, operands);
        }
    }

    @Override
    public void saveGraphicsState() {
        budget.state(getGraphicsStackSize());
        super.saveGraphicsState();
    }

    private void picture() {
        if (!marked.isHidden()) {
            glyphs.picture(getGraphicsState().getCurrentTransformationMatrix());
        }
    }

    private void setFont(List<COSBase> operands, Operator operator) throws IOException {
        if (operands.size() < 2
                || !(operands.get(0) instanceof COSName name)
                || !(operands.get(1) instanceof COSNumber size)) {
            throw new MissingOperandException(operator, operands);
        }
        getGraphicsState().getTextState().setFontSize(size.floatValue());
        COSDictionary dictionary = PdfMarkedContent.resource(getResources(), COSName.FONT, name);
        if (dictionary == null) {
            getGraphicsState().getTextState().setFont(null);
            return;
        }
        current = fonts.font(dictionary);
        getGraphicsState().getTextState().setFont(current.font);
    }

    private void draw(List<COSBase> operands, Operator operator) throws IOException {
        if (operands.isEmpty() || !(operands.get(0) instanceof COSName name)) {
            throw new MissingOperandException(operator, operands);
        }
        if (marked.isHidden() || marked.hidesObject(PdfMarkedContent.resource(getResources(), COSName.XOBJECT, name))) {
            return;
        }
        if (getResources().isImageXObject(name)) {
            picture();
            return;
        }
        PDXObject object = getResources().getXObject(name);
        if (!(object instanceof PDFormXObject form)) {
            return;
        }
        budget.form();
        if (!formsBeingDrawn.add(form.getCOSObject())) {
            faults.recursion(name.getName());
            return;
        }
        marked.beginForm();
        try {
            budget.unpack(form.getCOSObject());
            if (form instanceof PDTransparencyGroup group) {
                showTransparencyGroup(group);
            } else {
                showForm(form);
            }
        } finally {
            formsBeingDrawn.remove(form.getCOSObject());
            marked.endForm();
        }
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        budget.glyph();
        content.marked |= !marked.isHidden();
        if (current == null || current.font != font) {
            current = new PdfFont(font);
        }
        String text = current.text(code);
        if (text == null) {
            content.unmapped++;
            return;
        }
        if (marked.isHidden()) {
            marked.quote(text);
            return;
        }
        boolean replaced = marked.replacesText();
        if (replaced) {
            text = marked.replacement();
        }
        if (!text.isEmpty()) {
            glyphs.add(text, matrix, current, code, displacement, getGraphicsState(), replaced);
        }
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        marked.begin(tag, properties);
    }

    @Override
    public void endMarkedContentSequence() {
        marked.end();
    }
}
