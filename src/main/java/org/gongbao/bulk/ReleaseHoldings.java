package org.gongbao.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongbao.publication.Holdings;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Snapshots;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line of each document in the newest release, and the files of all releases by their manifests. */
final class ReleaseHoldings implements Holdings {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseHoldings.class);

    private final BulkDissemination bulk;
    private final Snapshots snapshots;

    ReleaseHoldings(BulkDissemination bulk, Snapshots snapshots) {
        this.bulk = bulk;
        this.snapshots = snapshots;
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
        Path lines = release.get().folder().resolve(DocumentLine.FILE + Packing.GZIP.suffix);
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Packing.open(lines), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                hold(line, uids, held);
            }
        } catch (IOException e) {
            LOG.warn("The release's {} cannot be read to its end: {}", lines, e.toString());
        }
        return held;
    }

    private static void hold(String line, @Nullable Set<Uid> uids, Map<Uid, String> held) {
        try {
            Uid uid = DocumentLine.uid(line);
            if (uids == null || uids.contains(uid)) {
                held.merge(uid, Digest.of(line), (once, twice) -> once + " and " + twice);
            }
        } catch (IllegalArgumentException e) {
            LOG.debug("A line of the release is damaged", e);
        }
    }

    /** The document as the log has it at the release's positions, whatever else is known of it now. */
    @Override
    public @Nullable String expected(PublishedDocument document) {
        return bulk.latest()
                .map(Release::id)
                .flatMap(name -> snapshots.state(document.uid(), name.position(), name.honoured()))
                .filter(Snapshots.State.Held.class::isInstance)
                .map(state -> Digest.of(DocumentLine.of(((Snapshots.State.Held) state).document())))
                .orElse(null);
    }

    @Override
    public List<String> damage() {
        List<String> damage = new ArrayList<>();
        for (Release release : bulk.all()) {
            String place = bulk.latest().filter(release::equals).isPresent() ? "" : release.name() + "/";
            for (Release.ReleaseFile file : release.files()) {
                if (!file.sha256().equals(Digest.ofFile(release.folder().resolve(file.name())))) {
                    damage.add(place + file.name());
                }
            }
            check(release, damage, place);
        }
        return damage;
    }

    private static void check(Release release, List<String> damage, String place) {
        Path folder = release.folder();
        try {
            ReleaseManifest manifest = ReleaseManifest.read(folder);
            if (manifest == null
                    || !manifest.release().equals(release)
                    || !manifest.text().equals(Files.readString(folder.resolve(ReleaseManifest.FILE)))) {
                damage.add(place + ReleaseManifest.FILE);
            }
        } catch (IOException e) {
            damage.add(place + ReleaseManifest.FILE);
        }
        try {
            if (!ReleaseManifest.sums(release).equals(Files.readString(folder.resolve(ReleaseManifest.SUMS)))) {
                damage.add(place + ReleaseManifest.SUMS);
            }
        } catch (IOException e) {
            damage.add(place + ReleaseManifest.SUMS);
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
}
