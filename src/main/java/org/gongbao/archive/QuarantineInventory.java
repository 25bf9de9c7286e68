package org.gongbao.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Whether the files that the receipts and the trail tell of lie in the quarantine, each whole. */
final class QuarantineInventory {

    private final SealedFiles sealed;
    private final Receipts receipts;
    private final QuarantineTrail trail;

    QuarantineInventory(SealedFiles sealed, Receipts receipts, QuarantineTrail trail) {
        this.sealed = sealed;
        this.receipts = receipts;
        this.trail = trail;
    }

    /** Files that cannot be opened to their end, and held receipts of which neither file nor end is known. */
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        for (String receipt : sealed.receipts()) {
            try (SealedFile.Opened opened = sealed.open(receipt)) {
                opened.content().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                differences.add("quarantine/" + SealedFiles.name(receipt) + ": " + e.getMessage());
            }
        }
        absent().forEach(receipt -> differences.add("quarantine: the file of receipt " + receipt + " is missing"));
        return differences;
    }

    /** Held receipts of which neither file nor end is known. */
    List<String> absent() {
        List<String> known = new ArrayList<>(trail.ended());
        known.addAll(sealed.receipts());
        return receipts.blanked().stream()
                .filter(receipt -> !known.contains(receipt))
                .toList();
    }
}
