package org.gongbao.extraction;

import java.util.Optional;

/**
 * The pages of an archive's parts as those of one file, numbered through in the order of the parts, so that a scan in an
 * archive is recognised under the same bounds as one that came alone and goes on where an earlier try stopped.
 */
final class PartPages implements WorkerTask.Pages {

    private final WorkerTask.Pages archive;
    private int before;
    private int own;

    PartPages(WorkerTask.Pages archive) {
        this.archive = archive;
    }

    /** What comes next is of another part. */
    void nextPart() {
        before += own;
        own = 0;
    }

    /** How many pages all parts so far have announced. */
    int count() {
        return before + own;
    }

    @Override
    public Optional<byte[]> kept(int page) {
        return archive.kept(before + page);
    }

    @Override
    public void keep(int page, byte[] result) {
        archive.keep(before + page, result);
    }

    @Override
    public void expect(int pages, boolean ocr) {
        own = Math.max(own, pages);
        archive.expect(count(), ocr);
    }

    @Override
    public boolean givenUp(int page) {
        return archive.givenUp(before + page);
    }
}
