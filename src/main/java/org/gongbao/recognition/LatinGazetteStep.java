package org.gongbao.recognition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An issue of a gazette in Latin letters (西文公报): its title is its name and its number as they stand, its day that of the
 * masthead, or else of the heads of its pages.
 */
final class LatinGazetteStep implements Step {

    private static final int FIRST_LINES = 8;

    private final List<Series> series;

    LatinGazetteStep(Profiles profiles) {
        series = profiles.series();
    }

    @Override
    public void apply(Draft draft) {
        Flow flow = draft.flow();
        Stream<Masthead> written =
                flow.segments().stream().limit(FIRST_LINES).flatMap(line -> Masthead.at(flow, line, series).stream());
        Stream<Masthead> heads = series.stream()
                .flatMap(
                        each -> SeriesMatcher.runningHead(draft.file(), each)
                                .flatMap(head -> Masthead.ofRunningHead(flow, each, head))
                                .stream());
        Optional<Masthead> found = Stream.concat(written, heads).findFirst();
        found.ifPresent(masthead -> {
            Seen name = masthead.name().withValue(masthead.issue().series());
            draft.gazette(masthead.issue(), name);
            String title = masthead.issue().series() + ", " + masthead.number();
            draft.title(title);
            draft.claim("title", name.withValue(title));
            if (masthead.date() != null) {
                draft.record().publishedOn(masthead.date());
                draft.claim(
                        "publishedOn",
                        Seen.outside(masthead.date().toString(), masthead.number(), "date.masthead/1", 0.9));
            }
        });
    }
}
