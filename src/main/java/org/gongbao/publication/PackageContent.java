package org.gongbao.publication;

import java.nio.file.Path;
import java.util.Map;
import org.gongbao.record.DocumentRecord;

/**
 * What is to be published of a document, before it has a manifest: everything public is made from this alone.
 *
 * @param record the public record; its {@code source} describes the public file
 * @param files further files by their name in the package, such as {@code document.pdf}
 */
public record PackageContent(DocumentRecord record, Map<String, Path> files) {

    /** Name of the public file as PDF. */
    public static final String PDF = "document.pdf";

    public PackageContent {
        files = Map.copyOf(files);
    }
}
