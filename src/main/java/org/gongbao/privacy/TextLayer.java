package org.gongbao.privacy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.gongbao.record.Box;

/**
 * Sets lines invisibly over the picture of a page (文字层), in our own fonts, so that they can be searched, copied and read out.
 * The fonts in the file hold the characters of these lines and no others.
 */
final class TextLayer {

    /** Size and descent of letters, as parts of the height of their line. */
    private static final double SIZE = 0.8;

    private static final double DESCENT = 0.2;

    /** What no font has a glyph for. */
    private static final String MISSING = "〓";

    private final PDDocument document;
    private final PrintFonts fonts;
    private final Map<PrintFont, PDFont> loaded = new HashMap<>();

    TextLayer(PDDocument document, PrintFonts fonts) {
        this.document = document;
        this.fonts = fonts;
    }

    private record Run(PDFont font, String text) {

        double width() throws IOException {
            return font.getStringWidth(text) / 1000;
        }
    }

    /** Sets a line into its box. */
    void set(PDPageContentStream out, String text, Box box, double pageHeight) throws IOException {
        List<Run> runs = runs(text);
        double width = 0;
        for (Run run : runs) {
            width += run.width();
        }
        double size = box.height() * SIZE;
        if (width == 0 || size <= 0 || box.width() <= 0) {
            return;
        }
        double stretch = box.width() / (width * size);
        out.beginText();
        out.setRenderingMode(RenderingMode.NEITHER);
        out.setTextMatrix(new Matrix((float) stretch, 0, 0, 1, (float) box.x(), (float)
                (pageHeight - box.bottom() + box.height() * DESCENT)));
        for (Run run : runs) {
            out.setFont(run.font, (float) size);
            out.showText(run.text);
        }
        out.endText();
    }

    private List<Run> runs(String text) throws IOException {
        List<Run> runs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        PrintFont current = null;
        for (int c : text.codePoints().toArray()) {
            if (Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.CONTROL) {
                continue;
            }
            String shown = Character.isSpaceChar(c) ? " " : fonts.shows(c) ? Character.toString(c) : MISSING;
            PrintFont font = fontOf(shown.codePointAt(0));
            if (current != null && font != current) {
                runs.add(new Run(load(current), open.toString()));
                open.setLength(0);
            }
            current = font;
            open.append(shown);
        }
        if (current != null) {
            runs.add(new Run(load(current), open.toString()));
        }
        return runs;
    }

    private PrintFont fontOf(int c) {
        return fonts.all().stream()
                .filter(font -> font.shows(c))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no font has " + Character.getName(c)));
    }

    private PDFont load(PrintFont font) throws IOException {
        PDFont known = loaded.get(font);
        if (known == null) {
            known = PDType0Font.load(document, font.open(), true);
            loaded.put(font, known);
        }
        return known;
    }
}
