package org.gongbao.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.gongbao.publication.Holdings;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line of each document in the newest release, and the release's files by its manifest. */
final class ReleaseHoldings implements Holdings {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseHoldings.class);

    /** The end of a line, whose members are sorted: {@code …,"uid":"h2apjkmwqcjj2t5p","version":1}}. */
    private static final Pattern END = Pattern.compile("\"uid\":\"([a-z0-9]{16})\",\"version\":\\d+}$");

    private final BulkDissemination bulk;

    ReleaseHoldings(BulkDissemination bulk) {
        this.bulk = bulk;
    }

    @Override
    public String name() {
        return bulk.name();
    }

    /** What stands behind damage that ends the reading is not held; {@link #damage} names the file. */
    @Override
    public Map<Uid, String> held(@Nullable Set<Uid> uids) {
        Map<Uid, String> held = new HashMap<>();
        Optional<Release> release = bulk.latest();
        if (release.isEmpty()) {
            return held;
        }
        Path records = release.get().folder().resolve(ReleaseWriter.RECORDS);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(records), 1 << 16);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher end = END.matcher(line);
                if (end.find() && Uid.isUid(end.group(1)) && (uids == null || uids.contains(new Uid(end.group(1))))) {
                    String digest = hex(sha256().digest(line.getBytes(StandardCharsets.UTF_8)));
                    held.merge(new Uid(end.group(1)), digest, (once, twice) -> once + " and " + twice);
                }
            }
        } catch (IOException e) {
            LOG.warn("The release's {} cannot be read to its end: {}", records, e.toString());
        }
        return held;
    }

    @Override
    public @Nullable String expected(PublishedDocument document) {
        Terms terms = document.terms();
        return terms.isOpenData() ? hex(sha256().digest(ReleaseWriter.line(document, terms))) : null;
    }

    @Override
    public List<String> damage() {
        List<String> damage = new ArrayList<>();
        bulk.latest().ifPresent(release -> {
            for (Release.ReleaseFile file : release.files()) {
                if (!file.sha256().equals(digest(release.folder().resolve(file.name())))) {
                    damage.add(file.name());
                }
            }
            byte[] sums = ReleaseFolder.sums(release).getBytes(StandardCharsets.UTF_8);
            check(release, ReleaseFolder.MANIFEST, ReleaseFolder.manifest(release), damage);
            check(release, ReleaseFolder.SUMS, sums, damage);
        });
        return damage;
    }

    private static void check(Release release, String name, byte[] expected, List<String> damage) {
        try {
            if (!Arrays.equals(expected, Files.readAllBytes(release.folder().resolve(name)))) {
                damage.add(name);
            }
        } catch (IOException e) {
            damage.add(name);
        }
    }

    /** Empty for a file that cannot be read. */
    private static String digest(Path file) {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return hex(digest.digest());
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public boolean isUpToDate() {
        return bulk.isCurrent();
    }

    @Override
    public void bringUpToDate() {
        bulk.bringUpToDate();
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
