package org.gongbao.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that are held in memory as a whole, up to a bound. */
final class FileBytes {

    /** No document of a government is a text of this length; a log or a dump may be. */
    private static final long TEXT = 16L << 20;

    /** A saved page may carry its pictures within. */
    private static final long HTML = 64L << 20;

    /** A whole issue of a gazette may be one file of XML. */
    private static final long XML = 32L << 20;

    private FileBytes() {}

    static byte[] ofText(Path file) {
        return read(file, "a text", TEXT);
    }

    static byte[] ofHtml(Path file) {
        return read(file, "an HTML page", HTML);
    }

    static byte[] ofXml(Path file) {
        return read(file, "an XML file", XML);
    }

    private static byte[] read(Path file, String what, long most) {
        try {
            long size = Files.size(file);
            if (size > most) {
                throw new UnreadableFileException(
                        "file.too-large", what + " of " + size + " bytes came; expected at most " + most);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
