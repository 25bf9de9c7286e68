package org.gongbao.extraction;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongbao.record.Finding;

/** Compares the extension of a file's name with what its bytes are. */
final class NameExtensions {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("pdf", MediaTypes.PDF),
            Map.entry("ofd", MediaTypes.OFD),
            Map.entry("docx", MediaTypes.DOCX),
            Map.entry("docm", MediaTypes.DOCX),
            Map.entry("doc", MediaTypes.DOC),
            Map.entry("wps", MediaTypes.DOC),
            Map.entry("xlsx", MediaTypes.XLSX),
            Map.entry("xlsm", MediaTypes.XLSX),
            Map.entry("xls", MediaTypes.XLS),
            Map.entry("et", MediaTypes.XLS),
            Map.entry("zip", MediaTypes.ZIP),
            Map.entry("html", MediaTypes.HTML),
            Map.entry("htm", MediaTypes.HTML),
            Map.entry("shtml", MediaTypes.HTML),
            Map.entry("xhtml", MediaTypes.HTML),
            Map.entry("xml", MediaTypes.XML),
            Map.entry("json", MediaTypes.JSON),
            Map.entry("txt", MediaTypes.TEXT),
            Map.entry("rtf", MediaTypes.RTF),
            Map.entry("png", MediaTypes.PNG),
            Map.entry("jpg", MediaTypes.JPEG),
            Map.entry("jpeg", MediaTypes.JPEG),
            Map.entry("tif", MediaTypes.TIFF),
            Map.entry("tiff", MediaTypes.TIFF),
            Map.entry("bmp", MediaTypes.BMP),
            Map.entry("gif", MediaTypes.GIF));

    private NameExtensions() {}

    /** A finding where the name promises another format; none for a name without a known extension. */
    static Optional<Finding> difference(String name, String mediaType) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String promised = TYPES.getOrDefault(extension, mediaType);
        if (promised.equals(mediaType)) {
            return Optional.empty();
        }
        return Optional.of(Finding.warning(
                "file.type-differs",
                Refusals.words(mediaType) + " came, but its name ends in ." + extension + "; expected "
                        + Refusals.words(promised)));
    }
}
