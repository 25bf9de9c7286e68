package org.gongbao.bulk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gongbao.bulk.CheckedDownload.Signed;
import org.gongbao.publication.RemoteSite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads a mirror from the release that it holds to another one by a delta. Whatever is wrong with the delta, a full release is
 * still to be had.
 */
final class MirrorDelta implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MirrorDelta.class);

    private final RemoteSite leader;
    private final CheckedDownload download;
    private final Path folder;

    MirrorDelta(RemoteSite leader, CheckedDownload download, Path folder) {
        this.leader = leader;
        this.download = download;
        this.folder = folder;
    }

    /** Writes the lines of the wanted release; false where no delta leads to it. */
    boolean leads(Release held, Release wanted, Path next) throws InterruptedException {
        try {
            return held.position() <= wanted.position() && apply(held, wanted, next);
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            LOG.warn("The delta from {} to {} is of no use: {}", held.name(), wanted.name(), e.getMessage());
            return false;
        }
    }

    private boolean apply(Release held, Release wanted, Path next) throws IOException, InterruptedException {
        Optional<String> path = leader.leadsTo(
                "/data/" + Release.DATASET + "/" + Delta.PLACE + "/" + held.position() + ".." + wanted.position());
        if (path.isEmpty()) {
            return false;
        }
        Signed manifest = download.manifest(path.get(), "delta");
        Delta delta = Delta.parse(manifest.json(), folder);
        for (Path file : List.of(changes(Delta.CHANGES), changes(Delta.QUADS))) {
            String name = file.getFileName().toString();
            download.take(
                    manifest,
                    delta.file(name).orElseThrow(() -> new IllegalStateException("the delta has no " + name)),
                    file);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(next), 1 << 16)) {
            DeltaApplication.apply(folder.resolve(DocumentLine.FILE), changes(Delta.CHANGES), out);
        }
        return Digest.ofFile(next).equals(DataMirror.lines(wanted).contentSha256());
    }

    /** Makes the quads of the new release; not where those that are here are not what they were. */
    void quads(Release held, Path files) throws IOException {
        String name = ReleaseWriter.QUADS + Packing.ZSTD.suffix;
        Path quads = folder.resolve(DataMirror.FILES).resolve(name);
        if (held.file(name)
                .filter(file -> file.sha256().equals(Digest.ofFile(quads)))
                .isEmpty()) {
            return;
        }
        try (PackedFile out = new PackedFile(files, ReleaseWriter.QUADS, "application/n-quads")) {
            QuadsApplication.apply(quads, changes(Delta.CHANGES), changes(Delta.QUADS), out);
        } catch (IllegalStateException | IllegalArgumentException e) {
            LOG.warn("The quads of the delta from {} are of no use: {}", held.name(), e.getMessage());
        }
    }

    /** Where a file of a delta lies while it is applied. */
    private Path changes(String name) {
        return folder.resolve(name + Packing.ZSTD.suffix);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(changes(Delta.CHANGES));
        Files.deleteIfExists(changes(Delta.QUADS));
    }
}
