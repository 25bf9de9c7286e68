package org.gongbao.publication;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.publication.IssueContents.Entry;
import org.gongbao.publication.IssueContents.Erratum;
import org.gongbao.publication.IssueContents.Imprint;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contents of an issue as canonical JSON: {@code issue.json} of its package. */
final class IssueJson {

    private static final String SCHEMA = "gongbao-issue/1";

    private IssueJson() {}

    static byte[] write(IssueContents contents) {
        List<WrittenEntry> written = contents.entries().stream()
                .map(entry -> new WrittenEntry(
                        entry.column(),
                        entry.uid().value(),
                        entry.version(),
                        entry.title(),
                        entry.documentNumber(),
                        entry.pages()))
                .toList();
        return CanonicalJson.bytes(new Written(SCHEMA, contents.imprint(), written, contents.errata()));
    }

    private record Written(String schema, Imprint imprint, List<WrittenEntry> entries, List<Erratum> errata) {}

    private record WrittenEntry(
            String column,
            String uid,
            int version,
            String title,
            @Nullable String documentNumber,
            List<Integer> pages) {}

    /** @throws IllegalArgumentException where the bytes are no contents of an issue */
    static IssueContents read(byte[] json) {
        try {
            JsonNode root = JsonMapper.shared().readTree(json);
            JsonNode imprint = root.path("imprint");
            List<Entry> entries = new ArrayList<>();
            root.path("entries").forEach(entry -> entries.add(entry(entry)));
            List<Erratum> errata = new ArrayList<>();
            root.path("errata")
                    .forEach(each -> errata.add(new Erratum(
                            each.path("page").asInt(),
                            each.path("printed").asString(),
                            each.path("published").asString(),
                            each.path("note").asString())));
            return new IssueContents(
                    new Imprint(
                            imprint.path("series").asString(),
                            imprint.path("sponsor").asString(),
                            imprint.path("permit").asString(),
                            imprint.path("cn").asString(),
                            imprint.path("issn").asString(),
                            imprint.path("year").asInt(),
                            imprint.path("issue").asInt(),
                            imprint.path("totalIssue").isNumber()
                                    ? imprint.path("totalIssue").asInt()
                                    : null,
                            LocalDate.parse(imprint.path("date").asString())),
                    entries,
                    errata);
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException("not the contents of an issue of " + SCHEMA, e);
        }
    }

    private static Entry entry(JsonNode json) {
        List<Integer> pages = new ArrayList<>();
        json.path("pages").forEach(page -> pages.add(page.asInt()));
        JsonNode number = json.path("documentNumber");
        return new Entry(
                json.path("column").asString(),
                new Uid(json.path("uid").asString()),
                json.path("version").asInt(),
                json.path("title").asString(),
                number.isString() ? number.asString() : null,
                pages);
    }
}
