package org.gongbao.recognition;

import java.util.List;
import java.util.Optional;

/** The issue of a gazette (公报期号) that a file is or names on its first lines: series, year, number, number over all years. */
final class GazetteStep implements Step {

    private static final int FIRST_LINES = 30;

    private final List<Series> series;

    GazetteStep(Profiles profiles) {
        series = profiles.series();
    }

    @Override
    public void apply(Draft draft) {
        for (Segment line : draft.flow().segments()) {
            if (line.index() > FIRST_LINES
                    || line.index() > 0
                            && line.index() >= draft.anatomy().body()
                            && draft.title().isPresent()) {
                return;
            }
            Optional<Masthead> found = Masthead.at(draft.flow(), line, series);
            if (found.isPresent()) {
                Seen name = found.get().name();
                draft.gazette(
                        found.get().issue(), name.withValue(found.get().issue().series()));
                return;
            }
        }
    }
}
