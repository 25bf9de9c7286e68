package org.gongbao.recognition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.GazetteIssue;
import org.gongbao.record.Source;
import org.jspecify.annotations.Nullable;

/** The steps of recognition by the profiles of all series or of one (识别过程). Safe for use by several threads. */
final class Reading {

    private final Profiles profiles;
    private final Clock clock;
    private final LineKinds kinds;
    private final HeaderReader headers;
    private final AnatomyReader anatomies;
    private final List<Step> steps;

    /** What is asked of a file of several documents; everything else belongs to each of them. */
    private final List<Step> issueSteps;

    /** What is asked of a document in Latin letters; what only Chinese documents have stays empty, but marks that hold it back. */
    private final List<Step> latinSteps;

    private final LanguageStep languages;
    private final IssueDivider divider;

    private final SecrecyMarks marks;
    private final CatalogueStep catalogue;

    /** @param clock tells as of which day validity is said */
    Reading(Profiles profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
        kinds = new LineKinds(profiles);
        DataTables tables = new DataTables(profiles);
        headers = new HeaderReader(profiles, kinds, tables);
        anatomies = new AnatomyReader(kinds, tables);
        marks = new SecrecyMarks(profiles);
        divider = new IssueDivider(kinds, marks, headers);
        catalogue = new CatalogueStep(profiles);
        languages = new LanguageStep(profiles);
        IssuerStep issuers = new IssuerStep(kinds.agencies());
        steps = List.of(
                new NumberStep(),
                new TitleStep(kinds),
                new KindStep(profiles, kinds),
                issuers,
                new AddresseeStep(kinds.agencies()),
                new DateStep(),
                new NumberYears(),
                new EffectStep(),
                catalogue,
                new AttachmentStep(kinds),
                new SectionStep(profiles),
                new TableStep(),
                new TaskStep(profiles, kinds.agencies()),
                new CitationStep(profiles, kinds.agencies()),
                new SecrecyStep(marks),
                new GazetteStep(profiles),
                new JurisdictionStep(profiles),
                new AgencyStep(profiles),
                new ProofreadingStep(profiles),
                new DamageStep(),
                new OtherClaimsStep(issuers),
                new SidecarStep());
        issueSteps = List.of(new GazetteStep(profiles), new IssueStep(), new TableStep(), new SecrecyStep(marks));
        latinSteps = List.of(
                new LatinGazetteStep(profiles),
                new LatinTitleStep(profiles),
                new LatinDateStep(),
                catalogue,
                new TableStep(),
                new SecrecyStep(marks),
                new SidecarStep());
    }

    /**
     * Recognises a document.
     *
     * @param metaJson the source's own metadata of the file ({@code FILE.meta.json}), null for none
     */
    DocumentRecord recognise(Source source, ExtractedText text, @Nullable String metaJson) {
        if (!text.parts().isEmpty()) {
            return archive(source, text, metaJson);
        }
        Flow flow = FlowBuilder.build(text.blocks());
        Sidecar sidecar = Sidecar.read(metaJson, profiles);
        DocumentRecord whole = record(source, flow, text, sidecar, steps);
        IssueDivider.Divided divided = divider.divide(flow, whole.gazette() != null);
        return divided.parts().isEmpty() ? whole : divided(source, flow, text, sidecar, whole.gazette(), divided);
    }

    private DocumentRecord divided(
            Source source,
            Flow flow,
            ExtractedText text,
            Sidecar sidecar,
            @Nullable GazetteIssue gazette,
            IssueDivider.Divided divided) {
        List<ExtractedText> parts = IssueParts.of(text, divided.parts());
        List<List<Integer>> pages = IssueParts.pagesOf(divided.parts());
        List<DocumentRecord> items = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            GazetteIssue own = gazette == null ? null : gazette.onPages(pages.get(i));
            items.add(record(source, parts.get(i)).toBuilder().gazette(own).build());
        }
        DocumentRecord issue = issue(source, flow, text, IssueParts.cover(text, divided.parts()), sidecar);
        DocumentRecord.Builder record = issue.toBuilder().items(items);
        if (issue.gazette() != null) {
            record.gazette(issue.gazette().onPages(IssueParts.otherPages(text, pages)));
        }
        divided.missing()
                .forEach(title -> record.finding(Finding.warning(
                                "gazette.contents-unfound",
                                "the table of contents lists \"" + title + "\", but no such document was found")
                        .quoting(title)));
        return record.build();
    }

    /** A file of XML whose elements the profile maps; elements that are documents are items. */
    DocumentRecord recognise(
            Source source, ExtractedText text, @Nullable String metaJson, Series series, Series.Xml xml) {
        SeriesXml.Mapped all = SeriesXml.map(text.blocks(), series, xml);
        List<Block> outside = text.blocks().stream()
                .filter(block -> SeriesXml.item(block, xml).isEmpty())
                .toList();
        List<SeriesXml.Field> fields = new ArrayList<>();
        SeriesXml.title(outside, series, xml).ifPresent(fields::add);
        fields.addAll(SeriesXml.map(outside, series, xml).fields());
        Flow flow = FlowBuilder.build(all.blocks());
        DocumentRecord.Builder whole =
                record(source, flow, text, Sidecar.read(metaJson, profiles), fields, steps).toBuilder();
        if (all.leftOut() > 0) {
            String message = all.leftOut() + " paragraphs are no part of the text by the profile " + series.id();
            whole.finding(Finding.info("xml.left-out", message));
        }
        return whole.items(SeriesXml.items(text.blocks(), xml).stream()
                        .map(blocks -> item(source, text, SeriesXml.map(blocks, series, xml)))
                        .toList())
                .build();
    }

    private DocumentRecord item(Source source, ExtractedText whole, SeriesXml.Mapped item) {
        ExtractedText text =
                ExtractedText.unpaged(whole.mediaType(), whole.charset(), item.blocks(), Map.of(), List.of());
        return record(source, FlowBuilder.build(item.blocks()), text, Sidecar.NONE, item.fields(), steps);
    }

    /**
     * An archive with one document and its annexes is that document. Where it holds several, each is an item with the annexes
     * behind it.
     */
    private DocumentRecord archive(Source source, ExtractedText text, @Nullable String metaJson) {
        ArchiveParts parts = new ArchiveParts(ArchiveParts.of(text), part -> isDocument(record(source, part)));
        ExtractedText whole = ArchiveParts.joined(text.findings(), parts.inOrder());
        Flow flow = flow(parts.inOrder());
        Sidecar sidecar = Sidecar.read(metaJson, profiles);
        if (parts.documents().size() < 2) {
            DocumentRecord record = marked(record(source, flow, whole, sidecar, steps), source, parts.inOrder());
            return record.attachments().isEmpty()
                    ? record.toBuilder().attachments(parts.annexNames()).build()
                    : record;
        }
        List<DocumentRecord> items =
                parts.documents().stream().map(files -> item(source, files)).toList();
        return marked(issue(source, flow, whole, List.of(), sidecar), source, parts.inOrder()).toBuilder()
                .items(items)
                .build();
    }

    /** A file of several documents. Its disclosure is what its cover and its source say; the documents have their own. */
    private DocumentRecord issue(Source source, Flow flow, ExtractedText text, List<Block> cover, Sidecar sidecar) {
        DocumentRecord outside = record(source, FlowBuilder.build(cover), text, sidecar, List.of(catalogue));
        DocumentRecord.Builder issue = record(source, flow, text, sidecar, issueSteps).toBuilder();
        String mode = outside.disclosure().mode();
        return mode == null
                ? issue.build()
                : issue.disclosure(outside.disclosure()).build();
    }

    /** A mark at the head of one file of an archive is one on the whole. */
    private DocumentRecord marked(DocumentRecord whole, Source source, List<ExtractedText> parts) {
        if (whole.secrecy() != null) {
            return whole;
        }
        Optional<String> mark = parts.stream()
                .map(part -> record(source, FlowBuilder.build(part.blocks()), part, Sidecar.NONE, issueSteps))
                .map(DocumentRecord::secrecy)
                .filter(Objects::nonNull)
                .findFirst();
        return mark.map(value -> whole.toBuilder()
                        .secrecy(value)
                        .finding(Finding.warning("secrecy.mark", "a file of the archive bears the mark " + value))
                        .build())
                .orElse(whole);
    }

    /** A text with a number, or signed and dated, is a document of its own; a table or a form is an annex. */
    private static boolean isDocument(DocumentRecord part) {
        return part.documentNumber() != null
                || part.title() != null
                        && part.issuedOn() != null
                        && !part.issuers().isEmpty();
    }

    private DocumentRecord item(Source source, List<ExtractedText> files) {
        return record(source, flow(files), ArchiveParts.joined(List.of(), files), Sidecar.NONE, steps);
    }

    private static Flow flow(List<ExtractedText> files) {
        return FlowBuilder.ofFiles(files.stream().map(ExtractedText::blocks).toList());
    }

    private DocumentRecord record(Source source, ExtractedText part) {
        return record(source, FlowBuilder.build(part.blocks()), part, Sidecar.NONE, steps);
    }

    private DocumentRecord record(Source source, Flow flow, ExtractedText text, Sidecar sidecar, List<Step> asked) {
        return record(source, flow, text, sidecar, List.of(), asked);
    }

    private DocumentRecord record(
            Source source,
            Flow flow,
            ExtractedText text,
            Sidecar sidecar,
            List<SeriesXml.Field> given,
            List<Step> asked) {
        Header header = headers.read(flow).with(given, flow);
        Anatomy anatomy = anatomies.read(flow, header);
        Draft draft = new Draft(source, profiles, flow, header, anatomy, sidecar, text, LocalDate.now(clock));
        draft.record().findings(text.findings());
        sidecar.findings().forEach(draft::finding);
        languages.apply(draft);
        for (Step step : asked == steps && languages.isLatin(flow.text()) ? latinSteps : asked) {
            step.apply(draft);
        }
        return Prompts.told(draft.record().build());
    }
}
