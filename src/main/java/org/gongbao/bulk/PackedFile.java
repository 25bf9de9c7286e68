package org.gongbao.bulk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes one content as several files, packed in every way, and describes them. */
final class PackedFile extends OutputStream {

    private final Path folder;
    private final String name;
    private final String mediaType;
    private final List<Target> targets = new ArrayList<>();
    private final MessageDigest content = Digest.sha256();
    private long bytes;

    /** @param name without how it is packed, such as {@code documents.ndjson} */
    PackedFile(Path folder, String name, String mediaType) throws IOException {
        this.folder = folder;
        this.name = name;
        this.mediaType = mediaType;
        try {
            for (Packing packing : Packing.values()) {
                targets.add(new Target(packing));
            }
        } catch (IOException | RuntimeException | Error e) {
            Closing.after(e, this);
            throw e;
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int count) throws IOException {
        content.update(some, from, count);
        bytes += count;
        for (Target target : targets) {
            target.out.write(some, from, count);
        }
    }

    @Override
    public void close() throws IOException {
        Closing.all(targets.stream().map(target -> target.out).iterator());
    }

    /** Ends the files. */
    List<Release.ReleaseFile> finish() throws IOException {
        close();
        String sha256 = HexFormat.of().formatHex(content.digest());
        List<Release.ReleaseFile> files = new ArrayList<>();
        for (Target target : targets) {
            files.add(new Release.ReleaseFile(
                    target.file(),
                    mediaType,
                    target.packing.code(),
                    Files.size(folder.resolve(target.file())),
                    HexFormat.of().formatHex(target.digest.digest()),
                    bytes,
                    sha256));
        }
        return files;
    }

    private final class Target {
        final Packing packing;
        final MessageDigest digest = Digest.sha256();
        final OutputStream out;

        Target(Packing packing) throws IOException {
            this.packing = packing;
            OutputStream file = Files.newOutputStream(folder.resolve(file()));
            try {
                out = packing.pack(new DigestOutputStream(new BufferedOutputStream(file, 1 << 16), digest));
            } catch (IOException | RuntimeException | Error e) {
                Closing.after(e, file);
                throw e;
            }
        }

        String file() {
            return name + packing.suffix;
        }
    }
}
