package org.gongbao.publication;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gongbao.record.DocumentRecord;

/**
 * A published package (公开包): record, text, public file and the manifest that lists them with a random nonce.
 *
 * @param files the files it lists, sorted by name
 */
public record PublicPackage(Uid uid, int version, DocumentRecord record, List<File> files) {

    public PublicPackage {
        files = List.copyOf(files);
    }

    /** How far it may travel. */
    public Terms terms() {
        return Terms.of(this);
    }

    public Optional<File> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /**
     * A file of the package.
     *
     * @param path where its bytes are now; read only
     */
    public record File(String name, String mediaType, long bytes, String sha256, Path path) {}
}
