package org.gongbao.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongbao.linkeddata.DocumentGraphs;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Snapshots;
import org.gongbao.publication.Snapshots.State;
import org.gongbao.publication.Terms;
import org.gongbao.publication.TransparencyLog;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/**
 * Writes a delta, from the documents alone that the events behind its beginning concern. It may be applied to the release of
 * its beginning whatever that honoured so far, and always gives the release of its end.
 */
final class DeltaWriter {

    /** What is in every package and says nothing of whether the published file is another one. */
    private static final List<String> MADE = List.of("record.json", "text.txt", Terms.FILE);

    private final Snapshots snapshots;
    private final TransparencyLog log;
    private final DocumentGraphs graphs;

    DeltaWriter(Snapshots snapshots, TransparencyLog log, DocumentGraphs graphs) {
        this.snapshots = snapshots;
        this.log = log;
        this.graphs = graphs;
    }

    Delta write(DeltaName name, Path folder) throws IOException {
        long added = 0;
        long changed = 0;
        long removed = 0;
        try (PackedFile out = new PackedFile(folder, Delta.CHANGES, "application/x-ndjson");
                PackedFile quads = new PackedFile(folder, Delta.QUADS, "application/n-quads")) {
            for (Uid uid : snapshots.concerned(name.from(), name.honoured())) {
                Optional<ChangeLine> change = change(uid, name, quads);
                if (change.isEmpty()) {
                    continue;
                }
                out.write(change.get().bytes());
                out.write('\n');
                switch (change.get().op()) {
                    case ChangeLine.ADDED -> added++;
                    case ChangeLine.CHANGED -> changed++;
                    default -> removed++;
                }
            }
            List<Release.ReleaseFile> files = new ArrayList<>(out.finish());
            files.addAll(quads.finish());
            Delta delta = new Delta(name, log.time(name.honoured()), added, changed, removed, files, folder);
            delta.write(log.sign(delta.text()).orElse(null));
            return delta;
        }
    }

    private Optional<ChangeLine> change(Uid uid, DeltaName name, OutputStream quads) throws IOException {
        State after = snapshots.state(uid, name.to(), name.honoured()).orElse(null);
        int before = snapshots.version(uid, name.from());
        if (after instanceof State.Held held) {
            Optional<String> kind = kind(held.document(), before, name);
            if (kind.isPresent()) {
                quads.write(graphs.quads(held.document()));
            }
            return kind.map(what -> new ChangeLine(
                    uid,
                    what.equals("new") ? ChangeLine.ADDED : ChangeLine.CHANGED,
                    what,
                    new String(DocumentLine.of(held.document()), StandardCharsets.UTF_8)));
        }
        if (before == 0 || after == null) {
            return Optional.empty();
        }
        String why = after instanceof State.Left left ? left.reason().code() : "unreadable";
        return Optional.of(new ChangeLine(uid, ChangeLine.REMOVED, why, null));
    }

    /** What makes a document's line another one than before; empty where nothing does. */
    private Optional<String> kind(PublishedDocument document, int before, DeltaName name) {
        if (before == document.version()) {
            boolean isNarrowed = snapshots.narrows(document.uid(), name.from(), name.honoured());
            return isNarrowed
                    ? Optional.of("terms")
                    : document.issue() != null ? Optional.of("issue") : Optional.empty();
        }
        boolean wasHeld = before > 0 && wasHeld(document.uid(), name.from());
        if (!wasHeld) {
            return Optional.of("new");
        }
        return Optional.of(
                snapshots.isCorrected(document.uid(), name.from(), name.to()) ? "content" : revision(document, before));
    }

    private boolean wasHeld(Uid uid, long position) {
        return snapshots
                .state(uid, position, position)
                .filter(state -> !(state instanceof State.Left))
                .isPresent();
    }

    /** The same file may have been described better, or read anew; another file is other content. */
    private String revision(PublishedDocument document, int before) {
        Map<String, String> old = digests(snapshots.files(document.uid(), before));
        Map<String, String> now = digests(document.content().files());
        if (old.isEmpty() || !published(old).equals(published(now))) {
            return "content";
        }
        return same(old, now, "text.txt") ? "metadata" : "re-extraction";
    }

    private static boolean same(Map<String, String> old, Map<String, String> now, String file) {
        @Nullable String digest = old.get(file);
        return digest != null && digest.equals(now.get(file));
    }

    private static Map<String, String> published(Map<String, String> digests) {
        return digests.entrySet().stream()
                .filter(file -> !MADE.contains(file.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> digests(List<PublicPackage.File> files) {
        return files.stream().collect(Collectors.toMap(PublicPackage.File::name, PublicPackage.File::sha256));
    }
}
