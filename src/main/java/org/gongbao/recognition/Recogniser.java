package org.gongbao.recognition;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a document (文件识别): the text that an extractor read becomes a record with claims and findings. Imperfect input
 * gives what can be believed and findings for the rest; a value without evidence stays null. The profile of the series that
 * a file belongs to adds its rules and is named by the record. Safe for use by several threads.
 */
public final class Recogniser {

    private final Profiles profiles;
    private final Clock clock;
    private final SeriesMatcher series;
    private final Reading usual;
    private final Map<String, Reading> ofSeries = new ConcurrentHashMap<>();

    /** @param clock tells as of which day validity is said */
    public Recogniser(Profiles profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
        series = new SeriesMatcher(profiles.series());
        usual = new Reading(profiles, clock);
    }

    /**
     * Recognises a document.
     *
     * @param metaJson the source's own metadata of the file ({@code FILE.meta.json}), null for none
     */
    public DocumentRecord recognise(Source source, ExtractedText text, @Nullable String metaJson) {
        Flow flow = FlowBuilder.build(text.blocks());
        Optional<SeriesMatcher.Found> found =
                text.parts().isEmpty() ? series.find(text, flow, metaJson) : Optional.empty();
        return found.map(match -> named(read(source, text, metaJson, match.series()), flow, match))
                .orElseGet(() -> usual.recognise(source, text, metaJson));
    }

    private DocumentRecord read(Source source, ExtractedText text, @Nullable String metaJson, Series one) {
        Reading reading = ofSeries.computeIfAbsent(one.id(), id -> new Reading(profiles.with(one), clock));
        Series.Xml xml = one.xml();
        return xml == null
                ? reading.recognise(source, text, metaJson)
                : reading.recognise(source, text, metaJson, one, xml);
    }

    /** The profile that matched is part of the evidence of the record and of its items. */
    private static DocumentRecord named(DocumentRecord record, Flow flow, SeriesMatcher.Found match) {
        List<DocumentRecord> items = record.items().stream()
                .map(item -> item.toBuilder().profile(match.profile()).build())
                .toList();
        return record.toBuilder()
                .profile(match.profile())
                .claim("profile", flow.claim(match.seen()))
                .items(items)
                .build();
    }
}
