package org.gongbao.bulk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.publication.Checkpoint;
import org.gongbao.publication.RemoteSite;
import org.jspecify.annotations.Nullable;

/**
 * A copy of the open data of another instance in a folder, kept current (数据镜像): the newest release once, and deltas from then
 * on. Everything that comes is compared with what the log's key signed; nothing is believed for being the leader's. What a
 * delta takes away goes with the files that held it.
 *
 * <p>In the folder: {@code documents.ndjson}, the release's manifest with its signature, in {@code files/} the tables that are made
 * here from the lines and compared with the manifest, and the quads, and in {@code log/} all events with their checkpoint.
 */
public final class DataMirror {

    static final String KEY = "key";
    static final String FILES = "files";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final RemoteSite leader;
    private final Path folder;
    private final MirroredLog log;
    private final SignedFiles signed;

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
        String taken = !verifier.isBlank() ? verifier.strip() : known.isEmpty() ? leader.key() : known;
        if (!known.isEmpty() && !known.equals(taken)) {
            throw new IllegalStateException(folder + " mirrors the data of the log " + known);
        }
        Files.writeString(key, taken + "\n");
        this.log = new MirroredLog(leader, folder, taken);
        this.signed = new SignedFiles(leader, taken);
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
        ReleaseManifest manifest = manifest(path, checkpoint);
        Release wanted = manifest.release();
        @Nullable ReleaseManifest held = ReleaseManifest.read(folder);
        boolean isWhole = held != null && isWhole(held);
        if (held != null && isWhole && held.text().equals(manifest.text()) && hasFiles(wanted)) {
            return new Round(wanted.id(), wanted.documents(), true, false);
        }
        Path next = folder.resolve(DocumentLine.FILE + ".next");
        try {
            boolean byDelta = held != null && isWhole && isReachedByDelta(held.release(), wanted, next);
            if (!byDelta) {
                takeAll(path, wanted, next);
            }
            put(path, next, wanted, held != null && byDelta ? held.release() : null);
            return new Round(wanted.id(), wanted.documents(), byDelta, true);
        } finally {
            Files.deleteIfExists(changes(Delta.CHANGES));
            Files.deleteIfExists(changes(Delta.QUADS));
        }
    }

    private ReleaseManifest manifest(String path, Checkpoint checkpoint) throws IOException, InterruptedException {
        byte[] json = signed.manifest(path, "release");
        ReleaseManifest manifest = ReleaseManifest.parse(json, folder);
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
        return derived(release).keySet().stream()
                .allMatch(name -> Files.exists(folder.resolve(FILES).resolve(name)));
    }

    private static Release.ReleaseFile lines(Release release) {
        return release.file(DocumentLine.FILE + Packing.ZSTD.suffix)
                .orElseThrow(() -> new IllegalStateException("the release has no " + DocumentLine.FILE));
    }

    /** Applies the delta; whatever is wrong with it, a full release is still to be had. */
    private boolean isReachedByDelta(Release held, Release wanted, Path next) throws IOException, InterruptedException {
        if (held.position() > wanted.position()) {
            return false;
        }
        Optional<String> path = leader.leadsTo(
                "/data/" + Release.DATASET + "/" + Delta.PLACE + "/" + held.position() + ".." + wanted.position());
        if (path.isEmpty()) {
            return false;
        }
        byte[] json = signed.manifest(path.get(), "delta");
        Delta delta = Delta.parse(json, folder);
        for (Path file : List.of(changes(Delta.CHANGES), changes(Delta.QUADS))) {
            signed.take(
                    path.get(),
                    delta.file(file.getFileName().toString())
                            .orElseThrow(() -> new IllegalStateException("the delta has no " + file.getFileName())),
                    file);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(next), 1 << 16)) {
            DeltaApplication.apply(folder.resolve(DocumentLine.FILE), changes(Delta.CHANGES), out);
        }
        return Digest.ofFile(next).equals(lines(wanted).contentSha256());
    }

    /** Where a file of a delta lies while it is applied. */
    private Path changes(String name) {
        return folder.resolve(name + Packing.ZSTD.suffix);
    }

    private void takeAll(String path, Release wanted, Path next) throws IOException, InterruptedException {
        Release.ReleaseFile lines = lines(wanted);
        Path packed = folder.resolve(lines.name());
        try {
            signed.take(path, lines, packed);
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

    /**
     * Puts the lines in place, and makes the other files of them and of the quads that are here; one that comes out otherwise
     * is taken from the leader.
     *
     * @param held what the delta was applied to; null where there was none
     */
    private void put(String path, Path next, Release wanted, @Nullable Release held)
            throws IOException, InterruptedException {
        Path files = folder.resolve(FILES + ".next");
        ReleaseShelf.delete(files);
        Files.createDirectories(files);
        DerivedFiles.write(next, files);
        if (held != null) {
            changeQuads(held, files);
        }
        for (Release.ReleaseFile file : derived(wanted).values()) {
            if (!Digest.ofFile(files.resolve(file.name())).equals(file.sha256())) {
                signed.take(path, file, files.resolve(file.name()));
            }
        }
        Files.deleteIfExists(folder.resolve(ReleaseManifest.FILE));
        Files.move(next, folder.resolve(DocumentLine.FILE), StandardCopyOption.REPLACE_EXISTING);
        ReleaseShelf.delete(folder.resolve(FILES));
        Files.move(files, folder.resolve(FILES));
        Files.write(folder.resolve(ReleaseManifest.SIGNATURE), leader.bytes(path + ".sig"));
        Files.write(folder.resolve(ReleaseManifest.FILE), leader.bytes(path));
    }

    /** Those that are here must be what they were, since a delta says nothing of the others. */
    private void changeQuads(Release held, Path files) throws IOException {
        String name = ReleaseWriter.QUADS + Packing.ZSTD.suffix;
        Path quads = folder.resolve(FILES).resolve(name);
        if (held.file(name)
                .filter(file -> file.sha256().equals(Digest.ofFile(quads)))
                .isPresent()) {
            try (PackedFile out = new PackedFile(files, ReleaseWriter.QUADS, "application/n-quads")) {
                QuadsApplication.apply(quads, changes(Delta.CHANGES), changes(Delta.QUADS), out);
            }
        }
    }

    /** The files of a release that are kept beside its lines: those that are made from them, and the quads. */
    static Map<String, Release.ReleaseFile> derived(Release release) {
        Map<String, Release.ReleaseFile> derived = new HashMap<>();
        for (Release.ReleaseFile file : release.files()) {
            if (DerivedFiles.names().contains(file.content()) || file.content().equals(ReleaseWriter.QUADS)) {
                derived.put(file.name(), file);
            }
        }
        return derived;
    }
}
