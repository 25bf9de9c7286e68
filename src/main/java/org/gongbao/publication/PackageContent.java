package org.gongbao.publication;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.PersonalDatum;

/**
 * What is to be published of a document, before it has a manifest: everything public is made from this alone.
 *
 * @param record the public record; its {@code source} describes the public file
 * @param files further files by their name in the package, such as {@code document.pdf}
 * @param decided what people decided on personal data in the working record: its places, with {@code remove}, {@code mask} or
 *     {@code keep}; for the gates, and no part of the package
 */
public record PackageContent(DocumentRecord record, Map<String, Path> files, List<PersonalDatum> decided) {

    /** Name of the public file as PDF. */
    public static final String PDF = "document.pdf";

    public PackageContent {
        files = Map.copyOf(files);
        decided = List.copyOf(decided);
    }

    /** The same with one more file. */
    PackageContent with(String name, Path file) {
        Map<String, Path> more = new HashMap<>(files);
        more.put(name, file);
        return new PackageContent(record, more, decided);
    }

    /** Content on which nobody decided anything. */
    public PackageContent(DocumentRecord record, Map<String, Path> files) {
        this(record, files, List.of());
    }
}
