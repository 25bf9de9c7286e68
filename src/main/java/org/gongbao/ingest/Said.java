package org.gongbao.ingest;

import org.gongbao.privacy.Decided;
import org.gongbao.review.Corrections;
import org.gongbao.review.Redactions;

/** What people and the source said of a document that is about to be published (已作决定). */
final class Said {

    private final Corrections corrections;
    private final Redactions redactions;

    Said(Corrections corrections, Redactions redactions) {
        this.corrections = corrections;
        this.redactions = redactions;
    }

    Decided of(Reading reading) {
        return new Decided(
                redactions.standing(reading.uid(), reading.record()),
                reading.job().claimed(),
                (record, isRemoved) -> corrections.apply(reading.uid(), record, isRemoved));
    }
}
