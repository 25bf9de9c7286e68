package org.gongbao.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongbao.privacy.Decided;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.gongbao.record.PersonalDatum;
import org.gongbao.record.TextCorrection;
import org.gongbao.review.Corrections;
import org.gongbao.review.Redactions;

/** What people and the source said of a document that is about to be published (已作决定). */
final class Said {

    private final Corrections corrections;
    private final Redactions redactions;
    private final Function<String, List<TextCorrection>> texts;
    private final Function<Uid, Optional<Terms>> terms;

    /**
     * @param texts what people read in an original
     * @param terms how far a document may travel, empty where nobody stated it
     */
    Said(
            Corrections corrections,
            Redactions redactions,
            Function<String, List<TextCorrection>> texts,
            Function<Uid, Optional<Terms>> terms) {
        this.texts = texts;
        this.terms = terms;
        this.corrections = corrections;
        this.redactions = redactions;
    }

    Optional<Terms> terms(Uid uid) {
        return terms.apply(uid);
    }

    /**
     * Personal data that may go out with nobody having looked at it, as one sentence with its kinds; empty where there is none.
     * The desk asks for a decision first; what comes by a command has no desk.
     */
    Optional<String> unseen(Reading reading) {
        Map<String, Long> kinds = redactions.undecided(reading.uid(), reading.record()).stream()
                .filter(datum -> datum.action().equals("review"))
                .collect(Collectors.groupingBy(PersonalDatum::kind, TreeMap::new, Collectors.counting()));
        return kinds.isEmpty()
                ? Optional.empty()
                : Optional.of("published with personal data that nobody decided on: "
                        + kinds.entrySet().stream()
                                .map(kind -> kind.getKey() + " " + kind.getValue())
                                .collect(Collectors.joining(", ")));
    }

    Decided of(Reading reading) {
        return new Decided(
                redactions.standing(reading.uid(), reading.record()),
                reading.job().claimed(),
                (record, isRemoved) -> corrections.apply(reading.uid(), record, isRemoved),
                texts.apply(reading.job().sha256()));
    }
}
