package org.gongbao.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gongbao.record.DocumentRecord;

/** Packages that state how far they may travel, as they lie in the archive. */
public final class StatedTerms {

    private StatedTerms() {}

    /** A package of a record and its terms. */
    public static PublicPackage in(Uid uid, int version, DocumentRecord record, Terms terms) {
        return new PublicPackage(uid, version, record, files(terms));
    }

    /** A file of terms as packages list it. */
    public static PublicPackage.File file(Path file) {
        try {
            return new PublicPackage.File(Terms.FILE, "application/json", Files.size(file), Digests.sha256(file), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file in which a package states its terms; none where it is open. */
    public static List<PublicPackage.File> files(Terms terms) {
        try {
            Path folder = Files.createTempDirectory("gongbao-terms");
            folder.toFile().deleteOnExit();
            Map<String, Path> files = terms.in(new PackageContent(Papers.notice(1), Map.of()), folder)
                    .files();
            Path file = files.get(Terms.FILE);
            if (file == null) {
                return List.of();
            }
            file.toFile().deleteOnExit();
            return List.of(file(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
