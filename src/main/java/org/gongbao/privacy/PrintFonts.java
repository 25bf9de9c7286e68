package org.gongbao.privacy;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of public copies: the packaged one, then those of one's own for the characters that it lacks, in the order of
 * their names.
 */
final class PrintFonts {

    private final List<PrintFont> fonts;

    PrintFonts(List<PrintFont> fonts) {
        this.fonts = List.copyOf(fonts);
    }

    /**
     * The packaged font and every {@code .ttf} of a folder.
     *
     * @param folder null for the packaged font alone
     * @throws IllegalArgumentException naming a file that is no TrueType font
     */
    static PrintFonts of(@Nullable Path folder) {
        List<PrintFont> fonts = new ArrayList<>(List.of(PrintFont.packaged()));
        if (folder != null) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".ttf"))
                        .sorted()
                        .map(PrintFont::of)
                        .forEach(fonts::add);
            } catch (IOException e) {
                throw new UncheckedIOException("gongbao.fonts is " + folder + ", expected a folder of fonts", e);
            }
        }
        return new PrintFonts(fonts);
    }

    /** As CSS takes them: {@code 'Noto Serif SC', 'Own extra.ttf'}. */
    String families() {
        return fonts.stream()
                .map(font -> "'" + font.family().replace("'", "") + "'")
                .collect(Collectors.joining(", "));
    }

    void giveTo(PdfRendererBuilder builder) {
        fonts.forEach(font -> builder.useFont(font::open, font.family().replace("'", ""), 400, FontStyle.NORMAL, true));
    }

    List<PrintFont> all() {
        return fonts;
    }

    /** Whether one of them has a glyph for a code point. */
    boolean shows(int codePoint) {
        return fonts.stream().anyMatch(font -> font.shows(codePoint));
    }
}
