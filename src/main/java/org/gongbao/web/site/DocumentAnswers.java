package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gongbao.linkeddata.DocumentGraphs;
import org.gongbao.linkeddata.RdfFormat;
import org.gongbao.notification.ReaderReport.Outcome;
import org.gongbao.notification.ReportOutcomes;
import org.gongbao.publication.DocumentHistory;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.record.CanonicalJson;
import org.gongbao.web.PageFrame;
import org.gongbao.web.ReprDigest;
import org.gongbao.web.SecurityHeaders;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.context.request.ServletWebRequest;
import org.thymeleaf.context.LazyContextVariable;

/** Answers with a form of a document, or with 304 where the reader has it already. */
@Component
class DocumentAnswers {

    private static final int MOST_STEPS = 50;

    private final DocumentGraphs graphs;
    private final DocumentHistory history;
    private final ReportOutcomes reports;
    private final SiteIdentity identity;
    private final PageFrame frame;
    private final SiteVersion siteVersion;
    private final DocumentLinks links;
    private final Clock clock;

    DocumentAnswers(
            DocumentGraphs graphs,
            DocumentHistory history,
            ReportOutcomes reports,
            SiteIdentity identity,
            PageFrame frame,
            SiteVersion siteVersion,
            DocumentLinks links,
            Clock clock) {
        this.graphs = graphs;
        this.history = history;
        this.reports = reports;
        this.identity = identity;
        this.frame = frame;
        this.siteVersion = siteVersion;
        this.links = links;
        this.clock = clock;
    }

    @Nullable
    Object answer(PublishedDocument document, Representation form, Model model, ServletWebRequest request) {
        describe(document, form, request);
        if (notModified(document, form, request)) {
            return null;
        }
        if (form == Representation.HTML) {
            onDemand(model, "view", () -> DocumentView.of(document, identity.base(), today()));
            onDemand(model, "history", () -> steps(document));
            onDemand(model, "reports", () -> toldSums(document));
            onDemand(model, "rights", () -> links.rights(document));
            onDemand(model, "firstReadable", () -> history.firstReadable(document.uid()));
            return "site/document";
        }
        return body(document, form, request);
    }

    /** A page that lies ready needs none of it. */
    private static void onDemand(Model model, String name, Supplier<?> value) {
        model.addAttribute(name, new LazyContextVariable<Object>() {
            @Override
            protected Object loadValue() {
                return value.get();
            }
        });
    }

    /** What a reader wants to know first is what happened last; a document that is described anew again and again has many. */
    private List<DocumentHistory.Step> steps(PublishedDocument document) {
        return history.history(document.uid()).stream()
                .sorted(Comparator.comparing(
                                (DocumentHistory.Step step) -> step.event().seq())
                        .reversed())
                .limit(MOST_STEPS)
                .toList();
    }

    /** What readers' reports led to; that some were of another document, or told twice, is nobody's matter. */
    private Map<Outcome, Integer> toldSums(PublishedDocument document) {
        Map<Outcome, Integer> sums = new EnumMap<>(Outcome.class);
        sums.putAll(reports.sums(document.uid()));
        sums.keySet().retainAll(Set.of(Outcome.CORRECTED, Outcome.NO_MISTAKE));
        return sums;
    }

    /** The sums as a part of an entity tag; they only grow. */
    private String told(PublishedDocument document) {
        return toldSums(document).entrySet().stream()
                .map(sum -> sum.getKey().code() + sum.getValue())
                .collect(Collectors.joining("."));
    }

    private @Nullable Object body(PublishedDocument document, Representation form, ServletWebRequest request) {
        if (form == Representation.PDF) {
            PublicPackage.File pdf = pdf(document);
            return ResponseEntity.ok()
                    .contentType(type(form))
                    .header(ReprDigest.NAME, ReprDigest.ofHex(pdf.sha256()))
                    .body(new FileSystemResource(pdf.path()));
        }
        send(bytes(document, form), type(form), Objects.requireNonNull(request.getResponse()));
        return null;
    }

    /** Written here, since the framework would take the date alone for proof that nothing changed. */
    private static void send(byte[] bytes, MediaType type, HttpServletResponse response) {
        response.setContentType(type.toString());
        response.setHeader(ReprDigest.NAME, ReprDigest.of(bytes));
        response.setContentLength(bytes.length);
        try {
            response.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(PublishedDocument document, Representation form) {
        return switch (form) {
            case JSON -> CanonicalJson.bytes(PublicRecord.of(document, identity.base()));
            case XML -> DocumentXml.write("document", PublicRecord.of(document, identity.base()));
            case AKOMA_NTOSO -> AkomaNtoso.write(document, identity.base());
            case TEXT -> document.record().text().getBytes(StandardCharsets.UTF_8);
            default -> graph(document, form.rdf());
        };
    }

    private byte[] graph(PublishedDocument document, @Nullable RdfFormat format) {
        if (format == null) {
            throw new IllegalArgumentException("no form of linked data");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        graphs.write(document, format, out);
        return out.toByteArray();
    }

    private static MediaType type(Representation form) {
        boolean isText = form.type().getType().equals("text") || form == Representation.XML;
        return isText ? new MediaType(form.type(), StandardCharsets.UTF_8) : form.type();
    }

    /** Headers that hold for the full answer and for 304 alike. */
    private void describe(PublishedDocument document, Representation form, ServletWebRequest request) {
        var response = request.getResponse();
        if (response == null) {
            return;
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.CONTENT_LOCATION, "/doc/" + document.uid() + "." + form.suffix());
        response.setHeader(HttpHeaders.LINK, links.of(document, form));
        if (form != Representation.HTML || !document.terms().mayBeIndexed()) {
            response.setHeader("X-Robots-Tag", "noindex");
        }
        if (form == Representation.HTML) {
            return;
        }
        if (form == Representation.PDF) {
            String title = document.record().displayTitle();
            String uid = document.uid().value();
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, FileName.inline(title == null ? uid : title, "pdf", uid));
            response.setHeader("Content-Security-Policy", SecurityHeaders.FILE_POLICY);
        }
    }

    /**
     * A form that also holds relations is made when it is asked for, so that it may change with the program too: its date tells
     * when its content changed, and only its entity tag whether a reader has it.
     */
    private boolean notModified(PublishedDocument document, Representation form, ServletWebRequest request) {
        String tag = tag(document, form);
        if (!form.hasRelations()) {
            return request.checkNotModified(tag, document.versionAt().toEpochMilli());
        }
        HttpServletResponse response = request.getResponse();
        if (response != null) {
            response.setDateHeader(
                    HttpHeaders.LAST_MODIFIED, history.changedAt(document).toEpochMilli());
        }
        return request.checkNotModified(tag);
    }

    /**
     * The page's tag is weak, since it may be compressed on the way; those of the other forms stand for their bytes. A form that
     * is made when it is asked for also changes with how it is made.
     */
    private String tag(PublishedDocument document, Representation form) {
        if (form == Representation.PDF) {
            return "\"" + pdf(document).sha256() + "\"";
        }
        StringJoiner tag = new StringJoiner("-", "\"v", "\"").add(Integer.toString(document.version()));
        if (form.hasRelations()) {
            tag.add(Long.toString(document.position())).add(graphs.version());
        }
        if (form.hasRelations() && form.rdf() == null) {
            tag.add(siteVersion.toString());
        }
        return form == Representation.HTML
                ? "W/" + tag.add(frame.look()).add(today().toString()).add(told(document))
                : tag.add(form.suffix()).toString();
    }

    private static PublicPackage.File pdf(PublishedDocument document) {
        return document.content().file(PackageContent.PDF).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(identity.zone()));
    }
}
