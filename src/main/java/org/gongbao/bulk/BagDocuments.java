package org.gongbao.bulk;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.Snapshots;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/** Opens the files of documents as a release holds them, one document after the other, and compares each with its digest. */
final class BagDocuments {

    private final Release release;
    private final Releases releases;
    private final Snapshots snapshots;
    private @Nullable Uid open;
    private List<PublicPackage.File> files = List.of();

    BagDocuments(Release release, Releases releases, Snapshots snapshots) {
        this.release = release;
        this.releases = releases;
        this.snapshots = snapshots;
    }

    InputStream open(BagFile wanted) throws IOException {
        if (!wanted.uid().equals(open)) {
            // A download that lasts must not bring what was taken away since it began.
            if (releases.find(release.id()).isEmpty()) {
                throw goneMeanwhile(release);
            }
            files = files(wanted.uid());
            open = wanted.uid();
        }
        PublicPackage.File file = files.stream()
                .filter(each ->
                        each.name().equals(wanted.name()) && each.sha256().equals(wanted.sha256()))
                .findFirst()
                .orElseThrow(() -> new IOException(wanted.path() + " is not there any more"));
        return new Checked(new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16), wanted);
    }

    static IOException goneMeanwhile(Release release) {
        return new IOException("the release " + release.name() + " may be had no more");
    }

    private List<PublicPackage.File> files(Uid uid) {
        return snapshots
                .state(uid, release.position(), release.id().honoured())
                .filter(Snapshots.State.Held.class::isInstance)
                .map(state ->
                        ((Snapshots.State.Held) state).document().content().files())
                .orElse(List.of());
    }

    /**
     * Ends with an exception where the bytes were not those that were wanted. What is skipped is read, as any stream does that
     * knows no better, so that it counts too.
     */
    static final class Checked extends InputStream {
        private final InputStream in;
        private final MessageDigest digest = Digest.sha256();
        private final BagFile wanted;
        private long left;

        Checked(InputStream in, BagFile wanted) {
            this.in = in;
            this.wanted = wanted;
            this.left = wanted.bytes();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int from, int count) throws IOException {
            int read = in.read(to, from, count);
            if (read > 0) {
                digest.update(to, from, read);
                left -= read;
            }
            if (left < 0 || read < 0 && left > 0 || read > 0 && left == 0 && !isSame()) {
                throw new IOException(wanted.path() + " differs from its digest");
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        private boolean isSame() {
            return HexFormat.of().formatHex(digest.digest()).equals(wanted.sha256());
        }
    }
}
