package org.gongbao.extraction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The pages of a page tree (ISO 32000-1, 7.7.3), walked without trust in what it says: a node that contains itself is
 * entered once, and the walk ends just beyond the greatest number of pages that is wanted.
 *
 * @param pages in order, at most one more than the limit
 * @param stated how many pages the tree says it has
 */
record PdfPageList(List<COSDictionary> pages, long stated) {

    static PdfPageList of(PDDocument document, int limit) {
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
        List<COSDictionary> pages = new ArrayList<>();
        if (root == null) {
            return new PdfPageList(pages, 0);
        }
        Set<COSDictionary> entered = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Kids> path = new ArrayDeque<>();
        open(root, path, entered, pages);
        long steps = 0;
        while (!path.isEmpty() && pages.size() <= limit && steps++ < 10L * limit + 1_000) {
            Kids kids = path.getLast();
            if (kids.next == kids.array.size()) {
                path.removeLast();
            } else if (kids.array.getObject(kids.next++) instanceof COSDictionary kid) {
                open(kid, path, entered, pages);
            }
        }
        return new PdfPageList(pages, root.getLong(COSName.COUNT, 0));
    }

    private static void open(
            COSDictionary node, Deque<Kids> path, Set<COSDictionary> entered, List<COSDictionary> pages) {
        COSArray kids = node.getCOSArray(COSName.KIDS);
        if (kids == null) {
            pages.add(node);
        } else if (entered.add(node)) {
            path.addLast(new Kids(kids));
        }
    }

    /** The children of a node that are still to come. */
    private static final class Kids {
        final COSArray array;
        int next;

        Kids(COSArray array) {
            this.array = array;
        }
    }
}
