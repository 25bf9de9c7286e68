package org.gongbao.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongbao.archive.Archive;
import org.gongbao.archive.StorageException;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;

/** Makes public packages durable in the archive and reads them back, checked against their digests. */
final class PackageStore {

    static final String RECORD = "record.json";
    static final String TEXT = "text.txt";

    /** A name in a package: plain parts between slashes, such as {@code document.pdf} or {@code pages/0001.png}. */
    private static final Pattern FILE_NAME =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");

    private final Archive archive;

    PackageStore(Archive archive) {
        this.archive = archive;
    }

    /** The files of a package that is not stored yet. */
    record Draft(List<Manifest.Item> items, Map<String, Path> files) {
        String contentDigest() {
            return Manifest.contentDigest(items);
        }
    }

    /**
     * A stored package.
     *
     * @param packageVersion version of the archive's object
     */
    record Stored(int packageVersion, byte[] manifest) {}

    /** Writes record and text to a folder and describes all files. */
    Draft draft(PackageContent content, Path folder) throws IOException {
        Map<String, Path> files = new HashMap<>(content.files());
        for (String name : files.keySet()) {
            if (!isFileName(name)) {
                throw new IllegalArgumentException(
                        "a package has no place for a file named " + name + ", expected a name such as document.pdf");
            }
        }
        DocumentRecord record = publicRecord(content.record());
        files.put(RECORD, Files.write(folder.resolve(RECORD), CanonicalJson.bytes(record)));
        byte[] text = record.text().getBytes(StandardCharsets.UTF_8);
        files.put(TEXT, Files.write(folder.resolve(TEXT), text));
        List<Manifest.Item> items = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Path path = file.getValue();
            items.add(
                    new Manifest.Item(file.getKey(), mediaType(file.getKey()), Files.size(path), Digests.sha256(path)));
        }
        return new Draft(items, files);
    }

    /** Whether anything of a document's packages is in the archive. */
    boolean isThere(Uid uid) {
        return archive.latest(id(uid)) > 0;
    }

    static boolean isFileName(String name) {
        return FILE_NAME.matcher(name).matches()
                && !name.equals(RECORD)
                && !name.equals(TEXT)
                && !name.equals(Manifest.NAME);
    }

    /**
     * The record without what only the office needs: places of personal data would point at it, and the source of an item
     * would name the original. Items are in the same public file as the whole.
     */
    static DocumentRecord publicRecord(DocumentRecord record) {
        return record.toBuilder()
                .personalData(List.of())
                .items(record.items().stream()
                        .map(item -> publicRecord(
                                item.toBuilder().source(record.source()).build()))
                        .toList())
                .build();
    }

    /**
     * Stores a package and forces it. A package that an earlier try left behind is used again when it is the same, so that
     * trying again neither publishes twice nor differently; it is compared byte by byte and forced again, since nobody
     * knows how far that try came.
     *
     * @param logged the highest version of the archive's object that the log knows of
     */
    Stored store(Uid uid, int version, Draft draft, int logged, Path folder) throws IOException {
        int latest = archive.latest(id(uid));
        if (latest > logged) {
            byte[] left = manifest(uid, latest);
            Manifest before = Manifest.read(left);
            if (before.version() == version
                    && Manifest.contentDigest(before.files()).equals(draft.contentDigest())) {
                archive.store(id(uid), latest, withManifest(draft, left, folder));
                return new Stored(latest, left);
            }
        }
        byte[] manifest = new Manifest(uid, version, Manifest.newNonce(), draft.items()).bytes();
        int next = Math.max(latest, logged) + 1;
        archive.store(id(uid), next, withManifest(draft, manifest, folder));
        return new Stored(next, manifest);
    }

    private static Map<String, Path> withManifest(Draft draft, byte[] manifest, Path folder) throws IOException {
        Map<String, Path> files = new HashMap<>(draft.files());
        files.put(Manifest.NAME, Files.write(folder.resolve(Manifest.NAME), manifest));
        return files;
    }

    /** The package of a version, its record checked against manifest and log. */
    PublicPackage load(Uid uid, int packageVersion, String manifestSha256) {
        Map<String, Path> stored = archive.stored(id(uid), packageVersion);
        byte[] manifestBytes = bytes(stored, uid, Manifest.NAME);
        require(Digests.sha256(manifestBytes).equals(manifestSha256), uid, Manifest.NAME);
        Manifest manifest = Manifest.read(manifestBytes);
        byte[] record = bytes(stored, uid, RECORD);
        List<PublicPackage.File> files = new ArrayList<>();
        for (Manifest.Item item : manifest.files()) {
            Path path = stored.get(item.name());
            if (path == null) {
                throw new StorageException("the package of " + uid + " has no " + item.name());
            }
            if (item.name().equals(RECORD)) {
                require(item.sha256().equals(Digests.sha256(record)), uid, RECORD);
            }
            files.add(new PublicPackage.File(item.name(), item.mediaType(), item.bytes(), item.sha256(), path));
        }
        return new PublicPackage(uid, manifest.version(), RecordJson.read(record), files);
    }

    /** What is to be published to publish a package again. */
    static PackageContent content(PublicPackage stored) {
        Map<String, Path> files = new HashMap<>();
        stored.files().stream()
                .filter(file -> isFileName(file.name()))
                .forEach(file -> files.put(file.name(), file.path()));
        return new PackageContent(stored.record(), files);
    }

    /** Whether the archive still holds a package. */
    boolean has(Uid uid, int packageVersion) {
        return archive.stored(id(uid), packageVersion).containsKey(Manifest.NAME);
    }

    byte[] manifest(Uid uid, int packageVersion) {
        return bytes(archive.stored(id(uid), packageVersion), uid, Manifest.NAME);
    }

    Map<String, Path> files(Uid uid, int packageVersion) {
        return archive.stored(id(uid), packageVersion);
    }

    static String id(Uid uid) {
        return "package/" + uid;
    }

    private static void require(boolean fits, Uid uid, String name) {
        if (!fits) {
            throw new StorageException("the " + name + " of the package of " + uid + " differs from its digest");
        }
    }

    private static byte[] bytes(Map<String, Path> stored, Uid uid, String name) {
        Path path = stored.get(name);
        if (path == null) {
            throw new StorageException("the package of " + uid + " has no " + name);
        }
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new StorageException(
                    "the " + name + " of the package of " + uid + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "json" -> "application/json";
            case "txt" -> "text/plain;charset=utf-8";
            case "pdf" -> "application/pdf";
            case "png" -> "image/png";
            case "jpg", "jpeg" -> "image/jpeg";
            case "webp" -> "image/webp";
            case "svg" -> "image/svg+xml";
            case "html" -> "text/html;charset=utf-8";
            case "xml" -> "application/xml";
            case "csv" -> "text/csv;charset=utf-8";
            case "ofd" -> "application/ofd";
            default -> "application/octet-stream";
        };
    }
}
