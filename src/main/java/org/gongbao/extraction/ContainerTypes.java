package org.gongbao.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** Tells what a ZIP or OLE2 container holds: many formats are one of the two. */
final class ContainerTypes {

    private static final int CONTENT_TYPES = 1 << 20;
    private static final int BEGINNING = 1 << 20;

    private ContainerTypes() {}

    /** A ZIP by its content types (ECMA-376 part 2) or its OFD.xml (GB/T 33190); a damaged one by the names in its beginning. */
    static String ofZip(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1)) {
            if (zip.getEntry("OFD.xml") != null) {
                return MediaTypes.OFD;
            }
            ZipEntry types = zip.getEntry("[Content_Types].xml");
            if (types == null) {
                return MediaTypes.ZIP;
            }
            try (InputStream in = zip.getInputStream(types)) {
                String office = office(new String(in.readNBytes(CONTENT_TYPES), StandardCharsets.ISO_8859_1));
                return office == null ? MediaTypes.ZIP : office;
            }
        } catch (IOException | RuntimeException e) {
            return ofDamagedZip(beginning(file));
        }
    }

    private static @Nullable String office(String contentTypes) {
        if (contentTypes.contains("wordprocessingml.document.main+xml")
                || contentTypes.contains("wordprocessingml.template.main+xml")
                || contentTypes.contains("vnd.ms-word.")) {
            return MediaTypes.DOCX;
        } else if (contentTypes.contains("spreadsheetml.sheet.main+xml")
                || contentTypes.contains("spreadsheetml.template.main+xml")
                || contentTypes.contains("vnd.ms-excel.sheet")) {
            return MediaTypes.XLSX;
        }
        return contentTypes.contains("presentationml") ? MediaTypes.PPTX : null;
    }

    private static String beginning(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ofDamagedZip(String head) {
        if (head.contains("word/")) {
            return MediaTypes.DOCX;
        } else if (head.contains("xl/")) {
            return MediaTypes.XLSX;
        }
        return head.contains("OFD.xml") ? MediaTypes.OFD : MediaTypes.ZIP;
    }

    /** An OLE2 file by the streams in its root; WPS Office writes Word's streams under the name {@code .wps}. */
    static String ofOle2(Path file) {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return MediaTypes.ENCRYPTED_OFFICE;
            } else if (root.hasEntryCaseInsensitive("WordDocument")) {
                return MediaTypes.DOC;
            } else if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                return MediaTypes.XLS;
            }
            return root.hasEntryCaseInsensitive("PowerPoint Document") ? MediaTypes.PPT : MediaTypes.OLE2;
        } catch (IOException | RuntimeException e) {
            return MediaTypes.OLE2;
        }
    }
}
