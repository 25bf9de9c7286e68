package org.gongbao.bulk;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks bags that were downloaded beside the files of their release. The tables of the release, which are signed, say every byte of
 * a bag or its digest, so that nothing in it can be another than the one that was published.
 */
final class BagCheck {

    private final Release release;
    private final Bag bag;

    private BagCheck(Release release, Bag bag) {
        this.release = release;
        this.bag = bag;
    }

    /** Names of the bags of a release, there or not; none where the release does not say. */
    static Set<String> names(Release release) {
        Set<String> names = new HashSet<>();
        listed(release).forEach(bag -> names.add(bag.file()));
        return names;
    }

    /** What differs in the bags that are there, one sentence each. */
    static List<String> differences(Release release) throws IOException {
        List<String> differences = new ArrayList<>();
        for (Bag bag : listed(release)) {
            Path file = release.folder().resolve(bag.file());
            if (Files.exists(file)) {
                String what = new BagCheck(release, bag).difference(file);
                if (!what.isEmpty()) {
                    differences.add(bag.file() + ": " + what);
                }
            }
        }
        return differences;
    }

    /** A table that cannot be read is named as a file of the release that differs. */
    private static List<Bag> listed(Release release) {
        try {
            return StreamedBags.listed(release);
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    /** The first thing that differs; empty for none. */
    private String difference(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                Stream<BagFile> payload = StreamedBags.files(release, bag)) {
            for (Iterator<Entry> all =
                            Stream.concat(tags(), payload.map(Entry::of)).iterator();
                    all.hasNext(); ) {
                Entry entry = all.next();
                if (!isSame(entry, in)) {
                    return entry.name() + " differs";
                }
            }
            boolean isEnd = Arrays.equals(in.readNBytes(TarParts.END), new byte[TarParts.END]) && in.read() < 0;
            return isEnd ? "" : "it does not end where it should";
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return "what it should hold cannot be read: " + e.getMessage();
        }
    }

    /** A file of the bag as it has to be. */
    private record Entry(String name, long bytes, java.time.Instant at, String sha256) {
        static Entry of(BagFile file) {
            return new Entry(file.path(), file.bytes(), file.at(), file.sha256());
        }
    }

    private Stream<Entry> tags() {
        return Stream.of(
                tag("bagit.txt", Bag.bagit()),
                tag("bag-info.txt", bag.info()),
                new Entry(Bag.MANIFEST, bag.manifestBytes(), bag.newest(), bag.manifestSha256()),
                tag("tagmanifest-sha256.txt", bag.tagManifest()));
    }

    private Entry tag(String name, byte[] content) {
        return new Entry(name, content.length, bag.newest(), Digest.of(content));
    }

    private boolean isSame(Entry entry, InputStream in) throws IOException {
        byte[] header = TarParts.header(bag.name() + "/" + entry.name(), entry.bytes(), entry.at());
        if (!Arrays.equals(in.readNBytes(header.length), header)) {
            return false;
        }
        MessageDigest digest = Digest.sha256();
        byte[] some = new byte[1 << 16];
        long left = entry.bytes();
        while (left > 0) {
            int read = in.read(some, 0, (int) Math.min(some.length, left));
            if (read < 0) {
                return false;
            }
            digest.update(some, 0, read);
            left -= read;
        }
        byte[] padding = new byte[TarParts.padding(entry.bytes())];
        return HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())
                && Arrays.equals(in.readNBytes(padding.length), padding);
    }
}
