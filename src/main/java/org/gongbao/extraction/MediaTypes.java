package org.gongbao.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what a file is by its bytes. The name plays no part: files from departments often bear a wrong one.
 *
 * <p>Every file gets an answer; bytes of no known form are {@link #UNKNOWN}, no bytes at all {@link #EMPTY}.
 */
public final class MediaTypes {

    public static final String PDF = "application/pdf";
    public static final String OFD = "application/ofd";
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    public static final String DOC = "application/msword";
    public static final String XLS = "application/vnd.ms-excel";
    public static final String PPT = "application/vnd.ms-powerpoint";
    /** An OLE2 container that holds an encrypted DOCX, XLSX or PPTX. */
    public static final String ENCRYPTED_OFFICE = "application/x-ooxml-encrypted";
    /** An OLE2 container of another program, such as Microsoft Works. */
    public static final String OLE2 = "application/x-ole-storage";

    public static final String ZIP = "application/zip";
    public static final String HTML = "text/html";
    public static final String XML = "application/xml";
    public static final String JSON = "application/json";
    public static final String TEXT = "text/plain";
    public static final String RTF = "application/rtf";
    public static final String PNG = "image/png";
    public static final String JPEG = "image/jpeg";
    public static final String TIFF = "image/tiff";
    public static final String BMP = "image/bmp";
    public static final String GIF = "image/gif";
    public static final String EMPTY = "application/x-empty";
    public static final String UNKNOWN = "application/octet-stream";

    private static final int HEAD = 8192;

    /** Where the PDF header may stand, by Adobe's implementation notes. */
    private static final int PDF_HEADER_WITHIN = 1024;

    /** An HTML element or document type, such as {@code <!DOCTYPE html} or {@code <p style=}. */
    private static final Pattern HTML_START = Pattern.compile(
            "<(?:!doctype\\s+html|(?:html|head|body|meta|title|script|style|link|div|p|table|h[1-6]|span|a|br|font"
                    + "|center|ul|ol|dl|pre|main|nav|header|footer|blockquote|section|article|img|b|strong|form)[\\s>/])",
            Pattern.CASE_INSENSITIVE);

    /** {@code <act xmlns="…"><title>}: a start tag with an element or a text behind it; a title may stand in such brackets. */
    private static final Pattern XML_ROOT =
            Pattern.compile("<([^\\s<>/=\"'!?]++)((?:\\s+[^\\s<>/=\"']++\\s*=\\s*(?:\"[^\"<]*+\"|'[^'<]*+'))*+)\\s*+>");

    /** {@code {"title": "…", }, or a list of such. */
    private static final Pattern JSON_START = Pattern.compile("(?:\\[\\s*)?\\{\\s*\"(?:[^\"\\\\]|\\\\.){1,200}\"\\s*:");

    private MediaTypes() {}

    /** What the file is. Reads its beginning, and the directory of a container. */
    public static String sniff(Path file) {
        String type = sniffBeginning(file);
        return switch (type) {
            case ZIP -> ContainerTypes.ofZip(file);
            case OLE2 -> ContainerTypes.ofOle2(file);
            default -> type;
        };
    }

    /** What the file is by its beginning alone, which no file makes dangerous; a container is just a container. */
    public static String sniffBeginning(Path file) {
        byte[] head = head(file);
        if (head.length == 0) {
            return EMPTY;
        }
        if (starts(head, 0x50, 0x4B, 3, 4) || starts(head, 0x50, 0x4B, 5, 6)) {
            return ZIP;
        }
        if (starts(head, 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)) {
            return OLE2;
        }
        String image = image(head);
        return image != null ? image : textual(head);
    }

    private static byte[] head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String image(byte[] head) {
        if (starts(head, 0x89, 'P', 'N', 'G', '\r', '\n')) {
            return PNG;
        } else if (starts(head, 0xFF, 0xD8, 0xFF)) {
            return JPEG;
        } else if (starts(head, 'I', 'I', 42, 0) || starts(head, 'M', 'M', 0, 42)) {
            return TIFF;
        } else if (starts(head, 'G', 'I', 'F', '8')) {
            return GIF;
        }
        boolean bitmap = starts(head, 'B', 'M') && head.length > 30 && head[6] == 0 && head[7] == 0 && head[26] == 1;
        return bitmap ? BMP : null;
    }

    private static String textual(byte[] head) {
        String latin = new String(head, StandardCharsets.ISO_8859_1);
        String start = withoutPrologue(latin);
        boolean markup = start.startsWith("<");
        int pdf = latin.indexOf("%PDF-");
        if (pdf >= 0
                && pdf < PDF_HEADER_WITHIN
                && !(markup && HTML_START.matcher(start).lookingAt())) {
            return PDF;
        }
        if (start.startsWith("{\\rtf")) {
            return RTF;
        }
        return TextSniffer.isText(head) ? ofMarkup(TextSniffer.readable(head)) : UNKNOWN;
    }

    private static String ofMarkup(String text) {
        String start = withoutPrologue(text);
        if (HTML_START.matcher(start).lookingAt()) {
            return HTML;
        }
        boolean xml = start.startsWith("<?xml");
        String lower = start.toLowerCase(Locale.ROOT);
        if (lower.contains("<html") || lower.contains("<!doctype html")) {
            return HTML;
        }
        if (xml || isXml(start)) {
            return XML;
        }
        if (isPage(lower)) {
            return HTML;
        }
        return JSON_START.matcher(start).lookingAt() ? JSON : TEXT;
    }

    /** XML that does not say so: its root is closed, or at once holds an element that is. */
    private static boolean isXml(String start) {
        Matcher root = XML_ROOT.matcher(start);
        if (!root.lookingAt()) {
            return false;
        }
        if (start.contains("</" + root.group(1) + ">")) {
            return true;
        }
        Matcher child = XML_ROOT.matcher(start.substring(root.end()).stripLeading());
        return child.lookingAt()
                && (start.contains("</" + child.group(1) + ">")
                        || !root.group(2).isEmpty());
    }

    /** A page after a few lines that another program put in front of it. */
    private static boolean isPage(String lower) {
        return lower.contains("<body") && lower.contains("</");
    }

    /** Without byte order mark, blanks and comments. */
    private static String withoutPrologue(String text) {
        String rest =
                text.replaceFirst("^(?:\\uFEFF|\\u00EF\\u00BB\\u00BF)", "").stripLeading();
        while (rest.startsWith("<!--")) {
            int end = rest.indexOf("-->");
            rest = end < 0 ? "" : rest.substring(end + 3).stripLeading();
        }
        return rest;
    }

    private static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
