package org.gongbao.extraction;

import java.util.Map;

/** The words in which a format is refused: what came, and what was expected. */
final class Refusals {

    private static final String EXPECTED =
            "expected PDF, OFD, DOCX, DOC, XLSX, XLS, HTML, XML, plain text, an image (PNG, JPEG, TIFF, BMP) or a ZIP of such files";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry(MediaTypes.PDF, "PDF"),
            Map.entry(MediaTypes.OFD, "OFD"),
            Map.entry(MediaTypes.DOCX, "a Word document (DOCX)"),
            Map.entry(MediaTypes.XLSX, "an Excel workbook (XLSX)"),
            Map.entry(MediaTypes.PPTX, "PowerPoint slides (PPTX)"),
            Map.entry(MediaTypes.DOC, "a Word document (DOC)"),
            Map.entry(MediaTypes.XLS, "an Excel workbook (XLS)"),
            Map.entry(MediaTypes.PPT, "PowerPoint slides (PPT)"),
            Map.entry(MediaTypes.ENCRYPTED_OFFICE, "an encrypted office document"),
            Map.entry(MediaTypes.OLE2, "an OLE2 container of an unknown program"),
            Map.entry(MediaTypes.ZIP, "a ZIP archive"),
            Map.entry(MediaTypes.HTML, "an HTML page"),
            Map.entry(MediaTypes.XML, "an XML file"),
            Map.entry(MediaTypes.JSON, "data as JSON"),
            Map.entry(MediaTypes.TEXT, "plain text"),
            Map.entry(MediaTypes.RTF, "a Rich Text file (RTF)"),
            Map.entry(MediaTypes.PNG, "a PNG image"),
            Map.entry(MediaTypes.JPEG, "a JPEG image"),
            Map.entry(MediaTypes.TIFF, "a TIFF image"),
            Map.entry(MediaTypes.BMP, "a BMP image"),
            Map.entry(MediaTypes.GIF, "a GIF image"),
            Map.entry(MediaTypes.EMPTY, "an empty file"),
            Map.entry(MediaTypes.UNKNOWN, "a file of unknown form"));

    private Refusals() {}

    /** The format in words, with its article. */
    static String words(String mediaType) {
        return WORDS.getOrDefault(mediaType, mediaType);
    }

    /** Why no extractor reads the format. */
    static UnreadableFileException of(String mediaType, String name) {
        String came = words(mediaType) + (name.isEmpty() ? "" : " named " + name) + " came; ";
        return switch (mediaType) {
            case MediaTypes.EMPTY -> new UnreadableFileException("file.empty", came + EXPECTED);
            case MediaTypes.ENCRYPTED_OFFICE -> encrypted(mediaType);
            case MediaTypes.UNKNOWN -> new UnreadableFileException("file.unknown", came + EXPECTED);
            default -> new UnreadableFileException("file.unsupported", came + EXPECTED);
        };
    }

    /** A file that only opens with a password. */
    static UnreadableFileException encrypted(String mediaType) {
        return new UnreadableFileException(
                "file.encrypted",
                words(mediaType) + " that is locked with a password came; expected one without password or encryption");
    }
}
