package org.gongbao.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.gongbao.bulk.CheckedDownload.Signed;
import org.gongbao.publication.Checkpoint;
import org.gongbao.publication.RemoteSite;
import org.jspecify.annotations.Nullable;

/**
 * A copy of the open data of another instance in a folder, kept current (数据镜像): the newest release once, and deltas from then
 * on. Everything that comes is compared with what the log's key signed; nothing is believed for being the leader's. What a
 * delta takes away goes with the files that held it.
 *
 * <p>In the folder: {@code documents.ndjson}, the release's manifest with its signature, in {@code files/} the tables that are made
 * here from the lines and compared with the manifest, the quads, and the small files that come as they are, and in {@code log/} all events with their checkpoint.
 */
public final class DataMirror {

    static final String KEY = "key";
    static final String FILES = "files";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final RemoteSite leader;
    private final Path folder;
    private final CheckedDownload download;
    private final MirroredLog log;

    /**
     * Opens or begins one.
     *
     * @param verifier the key of the log; blank: the one that was taken the first time, which is the one that the leader names
     * @throws IllegalStateException where the folder holds something else, or the data of another log
     */
    public DataMirror(String address, Path folder, String verifier) throws IOException, InterruptedException {
        this.leader = new RemoteSite(address, PATIENCE);
        this.folder = Files.createDirectories(folder);
        Path key = folder.resolve(KEY);
        if (!Files.exists(key) && !isEmpty(folder)) {
            throw new IllegalStateException(
                    folder + " holds something else, expected an empty folder or a mirror of data");
        }
        String known = Files.exists(key) ? Files.readString(key).strip() : "";
        String trusted = !verifier.isBlank() ? verifier.strip() : known.isEmpty() ? leader.key() : known;
        if (!known.isEmpty() && !known.equals(trusted)) {
            throw new IllegalStateException(folder + " mirrors the data of the log " + known);
        }
        Files.writeString(key, trusted + "\n");
        this.download = new CheckedDownload(leader, trusted);
        this.log = new MirroredLog(leader, folder, trusted);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.findAny().isEmpty();
        }
    }

    /** Whether a folder is one. */
    public static boolean isMirror(Path folder) {
        return Files.exists(folder.resolve(KEY)) && Files.isDirectory(folder.resolve(MirroredLog.FOLDER));
    }

    /**
     * What a round brought.
     *
     * @param release what the folder holds now
     * @param byDelta whether a delta was enough
     * @param changed whether anything came
     */
    public record Round(ReleaseName release, long documents, boolean byDelta, boolean changed) {}

    /**
     * Takes what is new. Nothing of it is put in place before it is checked.
     *
     * @throws IOException where the leader does not answer, or has nothing to give yet
     * @throws IllegalStateException where what came is not what the log says
     */
    public Round catchUp() throws IOException, InterruptedException {
        Checkpoint checkpoint = log.catchUp();
        String path = leader.leadsTo("/data/" + Release.DATASET)
                .orElseThrow(() -> new IOException("there is no release yet"));
        Signed signed = download.manifest(path, "release");
        ReleaseManifest manifest = manifest(signed, checkpoint);
        Release wanted = manifest.release();
        @Nullable ReleaseManifest held = ReleaseManifest.read(folder);
        boolean isWhole = held != null && isWhole(held);
        if (held != null && isWhole && held.text().equals(manifest.text()) && hasFiles(wanted)) {
            return new Round(wanted.id(), wanted.documents(), true, false);
        }
        Path next = folder.resolve(DocumentLine.FILE + ".next");
        try (MirrorDelta delta = new MirrorDelta(leader, download, folder)) {
            boolean byDelta = held != null && isWhole && delta.leads(held.release(), wanted, next);
            if (!byDelta) {
                takeAll(signed, wanted, next);
            }
            Path files = emptyFiles();
            DerivedFiles.write(next, files);
            if (held != null && byDelta) {
                delta.quads(held.release(), files);
            }
            put(signed, wanted, next, files);
            return new Round(wanted.id(), wanted.documents(), byDelta, true);
        }
    }

    private ReleaseManifest manifest(Signed signed, Checkpoint checkpoint) throws IOException {
        ReleaseManifest manifest = ReleaseManifest.parse(signed.json(), folder);
        long size = manifest.release().id().honoured();
        if (size > checkpoint.size()) {
            throw new IOException("the release is newer than the log was a moment ago");
        }
        if (!ReleaseManifest.root(log.root(size)).equals(manifest.root())) {
            throw new IllegalStateException("the release is of another log than the one that is here");
        }
        return manifest;
    }

    private boolean isWhole(ReleaseManifest held) {
        Path lines = folder.resolve(DocumentLine.FILE);
        return Files.exists(lines)
                && Digest.ofFile(lines).equals(lines(held.release()).contentSha256());
    }

    private boolean hasFiles(Release release) {
        return kept(release).keySet().stream()
                .allMatch(name -> Files.exists(folder.resolve(FILES).resolve(name)));
    }

    static Release.ReleaseFile lines(Release release) {
        return release.file(DocumentLine.FILE + Packing.ZSTD.suffix)
                .orElseThrow(() -> new IllegalStateException("the release has no " + DocumentLine.FILE));
    }

    private void takeAll(Signed manifest, Release wanted, Path next) throws IOException, InterruptedException {
        Release.ReleaseFile lines = lines(wanted);
        Path packed = folder.resolve(lines.name());
        try {
            download.take(manifest, lines, packed);
            try (InputStream in = Packing.open(packed)) {
                Files.copy(in, next, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(packed);
        }
        if (!Digest.ofFile(next).equals(lines.contentSha256())) {
            Files.delete(next);
            throw new IllegalStateException(lines.name() + " does not hold what the manifest says");
        }
    }

    private Path emptyFiles() throws IOException {
        Path files = folder.resolve(FILES + ".next");
        ReleaseShelf.delete(files);
        return Files.createDirectories(files);
    }

    /**
     * Puts lines and files in place; a file that is not made here, or came out otherwise than signed, is taken
     * from the leader before.
     */
    private void put(Signed manifest, Release wanted, Path next, Path files) throws IOException, InterruptedException {
        for (Release.ReleaseFile file : kept(wanted).values()) {
            if (!Digest.ofFile(files.resolve(file.name())).equals(file.sha256())) {
                download.take(manifest, file, files.resolve(file.name()));
            }
        }
        Files.deleteIfExists(folder.resolve(ReleaseManifest.FILE));
        Files.move(next, folder.resolve(DocumentLine.FILE), StandardCopyOption.REPLACE_EXISTING);
        ReleaseShelf.delete(folder.resolve(FILES));
        Files.move(files, folder.resolve(FILES));
        Files.writeString(folder.resolve(ReleaseManifest.SIGNATURE), manifest.signature());
        Files.write(folder.resolve(ReleaseManifest.FILE), manifest.json());
    }

    /**
     * The files of a release that are kept beside its lines: those that are made from them, the quads, and what cannot be made here, the
     * list of what is left out and the descriptions of the tables.
     */
    static Map<String, Release.ReleaseFile> kept(Release release) {
        Map<String, Release.ReleaseFile> kept = new HashMap<>();
        release.files().stream()
                .filter(file -> !file.content().equals(DocumentLine.FILE))
                .forEach(file -> kept.put(file.name(), file));
        return kept;
    }
}
