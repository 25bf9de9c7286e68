package org.gongbao.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.solr.common.SolrInputDocument;
import org.gongbao.publication.Change;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Uid;
import org.gongbao.record.AgencyReference;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Task;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a document's duties (任务), one each, beside that of the document. Document and duties name the change that wrote
 * them, and a search takes only duties of the change that the document has now: with the document's one entry, all of its
 * older duties are out of sight, in whatever order events come.
 */
final class DutyEntries {

    static final String DUTY = "duty";

    /** Between parts of one value; no name holds it. */
    static final String SEPARATOR = "\t";

    /** Longest value to count and filter by; Solr takes no longer ones. */
    private static final int LONGEST_KEY = 300;

    private static final int LAST_YEAR = 9999;

    private DutyEntries() {}

    static String id(String uid, int place) {
        return "%s-task-%04d".formatted(uid, place);
    }

    /** A duty with what it stands in: the document's record, or that of a document of a digitised issue. */
    private record Found(
            DocumentRecord record, int at, @Nullable Integer item) {

        Task task() {
            return record.tasks().get(at);
        }
    }

    /** The duties of a change, each an entry; the document's own entry is told that it has some. */
    static List<SolrInputDocument> of(Change change, SolrInputDocument entry) {
        PublishedDocument document = change.document();
        List<Found> all = document == null ? List.of() : all(document);
        if (document == null || all.isEmpty()) {
            return List.of();
        }
        String written = change.uid() + "@" + change.position();
        entry.setField("duties_of", written);
        List<String> keys = keys(change.uid(), all);
        List<SolrInputDocument> duties = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            SolrInputDocument duty = Entries.entry(id(change.uid().value(), i + 1), DUTY, change.position());
            duty.setField("duty_written", written);
            duty.setField("duty_key", keys.get(i));
            duty.setField("duty_place", i + 1);
            describe(document, duty);
            describe(all.get(i), duty);
            duties.add(duty);
        }
        return duties;
    }

    private static List<Found> all(PublishedDocument document) {
        List<Found> all = new ArrayList<>();
        add(document.record(), null, all);
        List<DocumentRecord> items = document.items();
        for (int i = 0; i < items.size(); i++) {
            add(items.get(i), i + 1, all);
        }
        return all;
    }

    private static void add(DocumentRecord record, @Nullable Integer item, List<Found> all) {
        for (int i = 0; i < record.tasks().size(); i++) {
            all.add(new Found(record, i, item));
        }
    }

    private static void describe(Found found, SolrInputDocument duty) {
        DocumentRecord record = found.record();
        if (found.item() != null) {
            duty.setField("duty_item", found.item() + SEPARATOR + (found.at() + 1));
        }
        Entries.add(duty, "duty_title", Entries.title(record));
        Entries.add(duty, "number", record.documentNumber());
        Entries.add(duty, "language", record.language());
        record.themes().forEach(theme -> Entries.add(duty, "duty_theme", key(theme)));
        Map<String, AgencyReference> agencies = new HashMap<>();
        record.agencies().forEach(agency -> agencies.putIfAbsent(agency.name(), agency));
        describe(found.task(), agencies, duty);
        List<Claim> claims = record.claims().getOrDefault("tasks", List.of());
        if (claims.size() == record.tasks().size()) {
            evidence(claims.get(found.at()), duty);
        }
    }

    /**
     * What each duty is known by: its letters and digits in one width, so that blanks and punctuation that are read
     * better one day change nothing. Of equal ones the later are counted.
     */
    private static List<String> keys(Uid uid, List<Found> duties) {
        Map<String, Integer> seen = new HashMap<>();
        return duties.stream()
                .map(found -> digest(found.task().text()))
                .map(digest -> {
                    int times = seen.merge(digest, 1, Integer::sum);
                    return uid + "-" + digest + (times == 1 ? "" : "-" + times);
                })
                .toList();
    }

    private static String digest(String text) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(folded::appendCodePoint);
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256")
                    .digest(folded.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void describe(PublishedDocument document, SolrInputDocument duty) {
        duty.setField("duty_document", document.uid().value());
        duty.setField("duty_terms", document.terms().code());
        duty.setField(
                "published_at",
                document.versionAt().truncatedTo(ChronoUnit.MILLIS).toString());
        for (ValiditySpan span : ValiditySpan.of(document)) {
            Entries.add(duty, span.field(), span.range());
            Entries.add(duty, "validity", span.text());
        }
    }

    private static void describe(Task task, Map<String, AgencyReference> agencies, SolrInputDocument duty) {
        Entries.add(
                duty,
                "duty_number",
                task.number() == null ? null : task.number().toString());
        Entries.add(duty, "duty_text", task.text());
        Entries.add(duty, "duty_category", key(task.category()));
        Entries.add(duty, "duty_measure", task.measure());
        for (int i = 0; i < task.units().size(); i++) {
            unit(task.units().get(i), agencies, i == 0 ? "duty_lead" : "duty_support", duty);
        }
        List<LocalDate> deadlines = task.deadlines().stream()
                .filter(day -> day.getYear() > 0 && day.getYear() <= LAST_YEAR)
                .sorted()
                .toList();
        deadlines.forEach(day -> duty.addField("duty_due", moment(day)));
        if (!deadlines.isEmpty()) {
            duty.setField("duty_first", moment(deadlines.get(0)));
        }
    }

    private static void unit(
            String printed, Map<String, AgencyReference> agencies, String role, SolrInputDocument duty) {
        String name = Objects.requireNonNull(key(printed));
        AgencyReference agency = agencies.getOrDefault(printed, AgencyReference.unresolved(printed));
        @Nullable String id = agency.id();
        @Nullable String fullName = agency.fullName();
        String called = fullName == null ? name : Objects.requireNonNull(key(fullName));
        String key = id == null ? name : id;
        Entries.add(duty, role, key);
        Entries.add(duty, "duty_unit_count", key + SEPARATOR + (id == null ? name : called));
        duty.addField(
                "duty_unit", name + SEPARATOR + (id == null ? "" : id) + SEPARATOR + (fullName == null ? "" : called));
        if (id != null) {
            List<String> names = new ArrayList<>(agency.otherNames());
            names.add(name);
            names.add(called);
            names.stream()
                    .distinct()
                    .forEach(each -> Entries.add(duty, "duty_unit_called", key(each) + SEPARATOR + id));
        }
    }

    private static void evidence(Claim claim, SolrInputDocument duty) {
        Entries.add(
                duty, "duty_page", claim.page() == null ? null : claim.page().toString());
        Entries.add(duty, "duty_quote", claim.raw());
    }

    private static @Nullable String key(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String one = value.replace(SEPARATOR, " ").replace("\n", "").strip();
        return one.length() <= LONGEST_KEY ? one : one.substring(0, one.offsetByCodePoints(0, LONGEST_KEY / 2));
    }

    private static String moment(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
