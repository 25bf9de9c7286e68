package org.gongbao.recognition;

import java.util.Optional;
import java.util.stream.Stream;
import org.gongbao.record.Finding;

/**
 * Looks for the mark that keeps a document from the public: near its head, with a star anywhere, in headers, running heads
 * and watermarks. Finding one never removes anything; publication is held back by it.
 */
final class SecrecyStep implements Step {

    private static final int NEAR_HEAD = 25;

    /** A word that a cell of a table may hold for other reasons. */
    private static final String MERELY = "内部";

    private final SecrecyMarks marks;

    SecrecyStep(SecrecyMarks marks) {
        this.marks = marks;
    }

    @Override
    public void apply(Draft draft) {
        for (Segment line : draft.flow().segments()) {
            boolean near =
                    line.index() < NEAR_HEAD || line.index() < draft.anatomy().body();
            Optional<SecrecyMarks.Mark> mark = near ? marks.on(line.text()) : marks.starred(line.text());
            if (mark.isPresent() && !(line.isCell() && line.squeezed().equals(MERELY))) {
                SecrecyMarks.Mark found = mark.get();
                Seen seen = Seen.at(line, found.start(), found.end(), found.value(), "secrecy.mark/1");
                accept(draft, seen);
                return;
            }
        }
        beside(draft)
                .findFirst()
                .ifPresent(value -> accept(draft, Seen.outside(value, value, "secrecy.beside/1", 0.9)));
    }

    private static void accept(Draft draft, Seen seen) {
        draft.record().secrecy(seen.value());
        draft.claim("secrecy", seen);
        draft.finding(Finding.warning("secrecy.mark", "the document bears the mark " + seen.value()), seen);
    }

    /** Marks in what was left out of the text: headers and footers, running heads, watermarks. */
    private Stream<String> beside(Draft draft) {
        Stream<String> margins = Stream.of("header", "footer")
                .flatMap(name -> draft.file().metadata().getOrDefault(name, "").lines())
                .flatMap(text -> marks.onLine(text).stream());
        Stream<String> leftOut = draft.file().findings().stream()
                .filter(finding -> finding.quote() != null)
                .flatMap(finding -> leftOut(finding, String.valueOf(finding.quote())).stream());
        return Stream.concat(margins, leftOut);
    }

    private Optional<String> leftOut(Finding finding, String quote) {
        return finding.code().endsWith(".text-askew") ? marks.inWatermark(quote) : marks.onLine(quote);
    }
}
