package org.gongbao.bulk;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.publication.Checkpoint;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.LogLeaves;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/**
 * Checks a mirror of data offline: its events against the signed checkpoint, its manifest against the signature, its files
 * against the manifest, and its documents against the events.
 */
public final class MirrorCheck {

    private final Path folder;
    private final String verifier;
    private final List<String> differences = new ArrayList<>();

    private MirrorCheck(Path folder, String verifier) {
        this.folder = folder;
        this.verifier = verifier;
    }

    /**
     * What differs, one sentence each, the name of the file or event first.
     *
     * @param verifier the log's key; null: the one that the mirror was begun with
     */
    public static List<String> differences(Path folder, @Nullable String verifier) throws IOException {
        String known = Files.readString(folder.resolve(DataMirror.KEY)).strip();
        MirrorCheck check = new MirrorCheck(folder, verifier == null ? known : verifier);
        if (!known.equals(check.verifier)) {
            check.differences.add(DataMirror.KEY + ": is another key");
        }
        check.run();
        return check.differences;
    }

    private void run() throws IOException {
        LogLeaves leaves = new LogLeaves(folder.resolve(MirroredLog.FOLDER));
        boolean isLogWhole = checkLog(leaves);
        Path manifest = folder.resolve(ReleaseManifest.FILE);
        if (!Files.exists(manifest)) {
            differences.add(ReleaseManifest.FILE + ": is missing");
            return;
        }
        byte[] json = Files.readAllBytes(manifest);
        ReleaseCheck.signature(folder, json, verifier).ifPresent(differences::add);
        Optional<Release> release = release(json);
        if (release.isEmpty()) {
            return;
        }
        checkFiles(release.get());
        if (isLogWhole) {
            checkRoot(leaves, json);
            checkDocuments(leaves, release.get());
        }
    }

    private boolean checkLog(LogLeaves leaves) throws IOException {
        try {
            Path kept = folder.resolve(MirroredLog.FOLDER).resolve(MirroredLog.CHECKPOINT);
            Checkpoint checkpoint = Checkpoint.verify(Files.readString(kept), verifier);
            Optional<String> difference = leaves.difference(checkpoint);
            difference.ifPresent(what -> differences.add("log: " + what));
            return difference.isEmpty();
        } catch (IllegalArgumentException | IOException e) {
            differences.add("log/" + MirroredLog.CHECKPOINT + ": " + e.getMessage());
            return false;
        }
    }

    private Optional<Release> release(byte[] json) {
        try {
            return Optional.of(ReleaseManifest.parse(json, folder).release());
        } catch (IllegalArgumentException e) {
            differences.add(ReleaseManifest.FILE + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private void checkFiles(Release release) throws IOException {
        Path lines = folder.resolve(DocumentLine.FILE);
        boolean isSame = release.file(DocumentLine.FILE + Packing.ZSTD.suffix)
                .filter(file -> file.contentSha256().equals(Digest.ofFile(lines)))
                .isPresent();
        if (!isSame) {
            differences.add(DocumentLine.FILE + ": differs from the manifest");
        }
        for (Release.ReleaseFile file : DataMirror.kept(release).values().stream()
                .sorted(java.util.Comparator.comparing(Release.ReleaseFile::name))
                .toList()) {
            ReleaseCheck.file(folder.resolve(DataMirror.FILES), file)
                    .ifPresent(what -> differences.add(DataMirror.FILES + "/" + what));
        }
    }

    private void checkRoot(LogLeaves leaves, byte[] json) throws IOException {
        ReleaseManifest manifest = ReleaseManifest.parse(json, folder);
        long size = manifest.release().id().honoured();
        byte[] root = leaves.roots(List.of(size)).getOrDefault(size, new byte[0]);
        if (!Arrays.equals(root, java.util.Base64.getDecoder().decode(manifest.root()))) {
            differences.add(ReleaseManifest.FILE + ": is of another log");
        }
    }

    /** Every document has the newest version of its position, and none was taken away since. */
    private void checkDocuments(LogLeaves leaves, Release release) throws IOException {
        Map<Uid, LogEvent> newest = new HashMap<>();
        Map<Uid, LogEvent> gone = new HashMap<>();
        leaves.read(event -> {
            if (event.seq() <= release.position() && event.event().leavesPublic()) {
                newest.put(event.uid(), event);
                gone.remove(event.uid());
            } else if (event.seq() <= release.id().honoured() && !event.event().leavesPublic()) {
                gone.putIfAbsent(event.uid(), event);
            }
        });
        try (BufferedReader in = Files.newBufferedReader(folder.resolve(DocumentLine.FILE))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                check(line, newest, gone);
            }
        } catch (IOException | IllegalArgumentException e) {
            differences.add(DocumentLine.FILE + ": " + e.getMessage());
        }
    }

    private void check(String line, Map<Uid, LogEvent> newest, Map<Uid, LogEvent> gone) {
        Uid uid = DocumentLine.uid(line);
        LogEvent event = newest.get(uid);
        LogEvent end = gone.get(uid);
        if (event == null || event.version() != DocumentLine.version(line)) {
            differences.add(DocumentLine.FILE + ": " + uid + " is not as the log has it");
        } else if (end != null) {
            differences.add(
                    DocumentLine.FILE + ": " + uid + " was " + end.event().code() + " by event " + end.seq());
        }
    }
}
