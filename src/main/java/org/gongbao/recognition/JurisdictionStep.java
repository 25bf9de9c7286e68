package org.gongbao.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongbao.record.AgencyAuthority;
import org.gongbao.record.GazetteIssue;
import org.jspecify.annotations.Nullable;

/**
 * Whose document it is (行政区划): the division of the lead issuer; else of the place that the title or the gazette's series
 * begins with, of the codes in the index number or the web site, of the source's own name.
 */
final class JurisdictionStep implements Step {

    /** {@code 11990100MB0000001X/2023-00417}: a unified credit code holds the division; so may a bare number at the beginning. */
    private static final Pattern INDEX =
            Pattern.compile("^(?:[1-9A-Y][1-9](\\d{6})[0-9A-Z]{10}|(\\d{6})[-/—].*)(?:\\D.*)?$");

    /** {@code 9901000012}: division and serial number of a government web site. */
    private static final Pattern SITE = Pattern.compile("(\\d{6})\\d{4}");

    private final AgencyAuthority authority;
    private final Simplification simplification;

    JurisdictionStep(Profiles profiles) {
        authority = profiles.authority();
        simplification = profiles.simplification();
    }

    @Override
    public void apply(Draft draft) {
        @Nullable LocalDate day = draft.issuedOn().orElse(null);
        Stream.of(issuers(draft, day), places(draft, day), titles(draft, day), codes(draft), sources(draft, day))
                .flatMap(evidence -> evidence)
                .findFirst()
                .ifPresent(seen -> {
                    draft.jurisdiction(seen.value());
                    draft.claim("jurisdiction", seen);
                });
    }

    private Stream<Seen> issuers(Draft draft, @Nullable LocalDate day) {
        return draft.issuers().stream()
                .flatMap(name -> Optional.ofNullable(
                        authority.resolve(simplification.of(name), null, day).division())
                        .map(code -> seen(draft, code, name, "jurisdiction.issuer/1", 0.95))
                        .stream());
    }

    /** An issuer that the authority file does not know still begins with its place. */
    private Stream<Seen> places(Draft draft, @Nullable LocalDate day) {
        return draft.issuers().stream().flatMap(name -> place(draft, name, day, "jurisdiction.issuer-place/1", 0.9));
    }

    private Stream<Seen> titles(Draft draft, @Nullable LocalDate day) {
        Stream<String> texts = Stream.of(
                        draft.title(), draft.enclosedTitle(), draft.gazette().map(GazetteIssue::series))
                .flatMap(Optional::stream)
                .map(text -> text.replaceFirst("^关于(?:印发|公布|发布|转发)?[《〈]?", ""));
        return texts.flatMap(text -> place(draft, text, day, "jurisdiction.title/1", 0.8));
    }

    private Stream<Seen> codes(Draft draft) {
        Stream<Seen> index = draft
                .header()
                .value("indexNumber")
                .or(() -> draft.sidecar().value("indexNumber"))
                .stream()
                .flatMap(seen -> code(INDEX, seen.value(), "jurisdiction.index-number/1"));
        Stream<Seen> site = draft.metadata().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase("SiteIDCode"))
                .map(Map.Entry::getValue)
                .flatMap(value -> code(SITE, value, "jurisdiction.site-code/1"));
        return Stream.concat(index, site);
    }

    private Stream<Seen> code(Pattern pattern, String text, String rule) {
        Matcher matcher = pattern.matcher(text.strip());
        if (!matcher.matches()) {
            return Stream.empty();
        }
        return Stream.of(matcher.group(1), matcher.groupCount() > 1 ? matcher.group(2) : "")
                .filter(code -> code != null && authority.isDivision(code))
                .map(code -> Seen.outside(code, text, rule, 0.8));
    }

    private Stream<Seen> sources(Draft draft, @Nullable LocalDate day) {
        return Stream.concat(
                        draft.header().value("issuers").map(Seen::value).stream(),
                        List.of("SiteName", "ContentSource").stream()
                                .flatMap(key ->
                                        Optional.ofNullable(draft.metadata().get(key)).stream()))
                .flatMap(text -> place(draft, text, day, "jurisdiction.source/1", 0.7));
    }

    private Stream<Seen> place(Draft draft, String text, @Nullable LocalDate day, String rule, double confidence) {
        return authority
                .divisionAtStart(simplification.of(text), day)
                .map(code -> seen(draft, code, text, rule, confidence))
                .stream();
    }

    /** With its place in the text, where the words stand there. */
    private static Seen seen(Draft draft, String code, String words, String rule, double confidence) {
        int at = draft.flow().text().indexOf(words);
        return at < 0
                ? Seen.outside(code, words, rule, confidence)
                : new Seen(code, words, at, at + words.length(), rule, confidence, false);
    }
}
