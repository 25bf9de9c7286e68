package org.gongbao.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds back a record with a key that nobody has said may be public (公开字段清单). What comes to records later stays inside
 * until it is in this list, and so do places of personal data and the names of originals.
 */
final class PublicKeysGate implements PublicationGate {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The keys of each kind of object; behind a colon the kind of what a key holds. */
    private static final String KEYS = """
            record source:source schema language title enclosedTitle documentNumber registryNumber siteFileNumber documentKind
            record instrumentForm normative draft issuers addressees jurisdiction agencies:agency issuedOn publishedOn
            record generatedOn effectiveOn expiresOn validity:validity indexNumber disclosure:disclosure themes summary secrecy
            record sections:section tables:table tasks:task citations:citation attachments gazette:gazette profile:profile
            record items:record personalData:nothing text claims:claims findings:finding
            source name sha256 mediaType bytes charset pages recognisedByOcr
            agency name id kind division fullName roles since until otherNames group:group
            group asOf members
            validity status asOf basis method
            disclosure mode term scope category responsible
            section label level heading text children:section
            table caption header rows pages
            task number category text units measure deadlines
            citation title documentNumber relation quote issuer issuedOn
            gazette series year issue totalIssue pages
            profile id version matchedBy
            claim value raw page box start end rule confidence repaired
            views pages:view
            view number width height image imageWidth imageHeight lines
            finding severity code message page quote
            """;

    /** Kinds of values by key, of each kind of object; empty for plain values. */
    private static final Map<String, Map<String, String>> KINDS = KEYS.lines()
            .flatMap(line -> {
                String[] words = line.split(" ");
                return List.of(words).subList(1, words.length).stream().map(key -> new String[] {words[0], key});
            })
            .collect(Collectors.groupingBy(
                    pair -> pair[0],
                    Collectors.toMap(
                            pair -> pair[1].replaceFirst(":.*", ""),
                            pair -> pair[1].contains(":") ? pair[1].replaceFirst(".*:", "") : "")));

    private static final Map<String, String> CLAIMS = claims();

    @Override
    public String name() {
        return "public-keys";
    }

    @Override
    public List<String> obstacles(DocumentRecord working, PackageContent content) {
        DocumentRecord open = PackageStore.publicRecord(content.record());
        return Stream.concat(
                        unknown(JSON.readTree(CanonicalJson.write(open))).stream()
                                .map(key -> "the record has the key " + key),
                        unknownOfPages(content).stream().map(key -> PublicPages.NAME + " has the key " + key))
                .map(reason -> reason + ", which is not among those that may be public")
                .toList();
    }

    /** Its values are numbers and names of pictures: it is read as what it is to be before it is published. */
    private static Set<String> unknownOfPages(PackageContent content) {
        Path pages = content.files().get(PublicPages.NAME);
        Set<String> unknown = new LinkedHashSet<>();
        if (pages != null) {
            try {
                byte[] json = Files.readAllBytes(pages);
                PublicPages.read(json);
                look(JSON.readTree(json), "views", "", unknown);
            } catch (IOException e) {
                throw new UncheckedIOException("the pages of a package cannot be read from " + pages, e);
            }
        }
        return unknown;
    }

    /** The keys of a record's JSON that the list does not have, by their paths. */
    static Set<String> unknown(JsonNode record) {
        Set<String> unknown = new LinkedHashSet<>();
        look(record, "record", "", unknown);
        return unknown;
    }

    private static void look(JsonNode node, String kind, String path, Set<String> unknown) {
        if (node.isArray()) {
            node.forEach(element -> look(element, kind, path, unknown));
        } else if (node.isObject()) {
            Map<String, String> known = kind.equals("claims") ? CLAIMS : KINDS.getOrDefault(kind, Map.of());
            node.properties().forEach(entry -> {
                String here = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
                String below = known.get(entry.getKey());
                if (below == null) {
                    unknown.add(here);
                } else {
                    look(entry.getValue(), below, here, unknown);
                }
            });
        } else if (kind.equals("nothing") && !node.isNull()) {
            unknown.add(path);
        }
    }

    /** Claims are made for fields of the record, and for those of what it holds, such as {@code disclosure.mode}. */
    private static Map<String, String> claims() {
        Map<String, String> claims = new TreeMap<>();
        KINDS.getOrDefault("record", Map.of()).forEach((key, kind) -> {
            claims.put(key, "claim");
            KINDS.getOrDefault(kind, Map.of()).keySet().forEach(below -> claims.put(key + "." + below, "claim"));
        });
        return claims;
    }
}
