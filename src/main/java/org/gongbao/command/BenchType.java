package org.gongbao.command;

import java.io.Closeable;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** The type that made notices are set in: how a PDF holds the font of its characters. Closed before the PDF is saved. */
interface BenchType extends Closeable {

    /** Width of a text in points at a height. */
    float width(String text, float height) throws IOException;

    /** Shows a text where the text cursor is. */
    void show(PDPageContentStream content, float height, String text) throws IOException;

    @Override
    default void close() throws IOException {}
}
