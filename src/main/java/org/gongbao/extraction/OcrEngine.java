package org.gongbao.extraction;

import java.awt.image.BufferedImage;
import java.util.List;

/** Finds pieces of text in an image and reads them; knows nothing of pages, rows and paragraphs. */
interface OcrEngine {

    /** The pieces, in no order. */
    List<OcrPiece> read(BufferedImage image);
}
