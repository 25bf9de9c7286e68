package org.gongbao.command;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Codes as they are, for fonts whose characters the PDF library cannot encode. */
final class RawText {

    private RawText() {}

    @SuppressWarnings("deprecation") // There is no other way to write what the library does not know.
    static void show(PDPageContentStream content, String codes) throws IOException {
        content.appendRawCommands("<" + codes + "> Tj\n");
    }
}
