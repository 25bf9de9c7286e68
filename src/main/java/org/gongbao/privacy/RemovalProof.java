package org.gongbao.privacy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongbao.publication.PackageContent;
import org.gongbao.record.CanonicalJson;

/** Looks for what was to go in what is about to be published (去除验证): its record and its public file. */
final class RemovalProof {

    private RemovalProof() {}

    /** Why it must not be published yet; empty where everything is gone. */
    static List<String> obstacles(Decisions decisions, PackageContent content) {
        Removals removals = decisions.removals();
        List<String> reasons = new ArrayList<>();
        if (decisions.contradicts()) {
            reasons.add("the same personal data is to be removed in one place and kept in another");
        }
        if (removals.isEmpty()) {
            return reasons;
        }
        if (removals.isAnyTooShort()) {
            reasons.add("what is to be removed is a single character, which cannot be told from others");
        } else if (removals.isIn(CanonicalJson.write(content.record()))) {
            reasons.add("the record still shows what was to be removed");
        } else if (isInPages(removals, content.files().get(PackageContent.PDF))) {
            reasons.add("the public file still shows what was to be removed");
        }
        return reasons;
    }

    /** The file is one that was made here. */
    private static boolean isInPages(Removals removals, @org.jspecify.annotations.Nullable Path pdf) {
        if (pdf == null) {
            return false;
        }
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return removals.isInLines(new PDFTextStripper().getText(document));
        } catch (IOException e) {
            return true;
        }
    }
}
