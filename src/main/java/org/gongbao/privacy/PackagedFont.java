package org.gongbao.privacy;

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

/** The font that travels with the program: a subset of Noto Serif SC that holds GB 2312 and official punctuation. */
final class PackagedFont {

    static final String FAMILY = "Noto Serif SC";

    private static final String RESOURCE = "/fonts/NotoSerifSC-subset.ttf.gz";

    private final byte[] bytes;
    private final CmapLookup characters;

    PackagedFont() {
        try (InputStream packed = Objects.requireNonNull(PackagedFont.class.getResourceAsStream(RESOURCE), RESOURCE);
                InputStream in = new GZIPInputStream(packed)) {
            bytes = in.readAllBytes();
            try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
                characters = font.getUnicodeCmapLookup();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged font " + RESOURCE + " cannot be read", e);
        }
    }

    /** Whether it has a glyph for a code point. */
    boolean shows(int codePoint) {
        return characters.getGlyphId(codePoint) != 0;
    }

    /** Writes the font as a TrueType file. */
    Path writeTo(Path file) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the font cannot be written to " + file, e);
        }
    }

    java.io.InputStream open() {
        return new java.io.ByteArrayInputStream(bytes);
    }
}
