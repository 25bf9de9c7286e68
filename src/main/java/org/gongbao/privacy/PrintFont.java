package org.gongbao.privacy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A TrueType font in which public copies are set. */
final class PrintFont {

    private static final String PACKAGED = "/fonts/NotoSerifSC-subset.ttf.gz";

    private final String family;
    private final byte[] bytes;
    private final CmapLookup characters;

    private PrintFont(String family, byte[] bytes) throws IOException {
        this.family = family;
        this.bytes = bytes;
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
            characters = font.getUnicodeCmapLookup();
        }
    }

    /** The font that travels with the program: a subset of Noto Serif SC that holds GB 2312 and official punctuation. */
    static PrintFont packaged() {
        try (InputStream packed = Objects.requireNonNull(PrintFont.class.getResourceAsStream(PACKAGED), PACKAGED);
                InputStream in = new GZIPInputStream(packed)) {
            return new PrintFont("Noto Serif SC", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged font " + PACKAGED + " cannot be read", e);
        }
    }

    /**
     * A font of one's own.
     *
     * @throws IllegalArgumentException naming the file where it is no TrueType font that can be embedded
     */
    static PrintFont of(Path file) {
        try {
            return new PrintFont("Own " + file.getFileName(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " is no font to print with (" + e.getMessage()
                            + "), expected a TrueType font with glyf outlines and a Unicode table",
                    e);
        }
    }

    String family() {
        return family;
    }

    /** Whether it has a glyph for a code point. */
    boolean shows(int codePoint) {
        return characters.getGlyphId(codePoint) != 0;
    }

    InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
