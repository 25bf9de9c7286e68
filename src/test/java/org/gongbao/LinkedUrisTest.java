package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import org.gongbao.SampleProgram.Shared;
import org.gongbao.web.site.AkomaNtosoSchema;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is given of the samples to machines: every address in it answers, and it is what the standards demand. */
@ExtendWith(SampleProgram.class)
@Timeout(600)
class LinkedUrisTest {

    private static final Pattern RESOURCE = Pattern.compile("<([^<>\\s]+)>");

    private final Shared shared;
    private final RunningProgram program;

    LinkedUrisTest(Shared shared) {
        this.shared = shared;
        this.program = shared.program();
    }

    private List<String> uids() {
        return shared.published().stream()
                .map(outcome -> String.valueOf(outcome.uid()))
                .toList();
    }

    @Test
    void everyAddressOfThisServiceInLinkedDataAnswers() throws Exception {
        Release.awaitHolding(program, uids());
        List<String> sources = new ArrayList<>(List.of(
                "/data/catalog.nt",
                "/def/shapes.nt",
                "/concept.nt",
                "/gazette.nt",
                "/org.nt",
                "/concept/theme.nt",
                "/concept/document-kind.nt",
                "/concept/validity.nt",
                "/concept/disclosure-mode.nt",
                "/concept/open-attribute.nt"));
        uids().forEach(uid -> sources.add("/doc/" + uid + ".nt"));
        Set<String> found = new TreeSet<>();
        for (String source : sources) {
            ours(program.text(source)).forEach(found::add);
        }
        found.addAll(
                ours(program.text("/def/", "Accept", "application/n-triples")).toList());
        for (String described : found.stream()
                .filter(path -> path.startsWith("/org/") || path.startsWith("/gazette/"))
                .toList()) {
            ours(program.text(described + ".nt")).forEach(found::add);
        }
        assertThat(found)
                .anyMatch(path -> path.startsWith("/org/"))
                .anyMatch(path -> path.startsWith("/concept/"))
                .anyMatch(path -> path.startsWith("/eli/cn/"))
                .contains("/org", "/gazette", "/concept");
        assertThat(silent(found)).isEmpty();
    }

    /** Those that neither answer nor say that they are gone, with what they say. */
    private Map<String, Integer> silent(Set<String> paths) {
        Map<String, Integer> silent = new TreeMap<>();
        for (String path : paths) {
            int status = answer(path);
            if (status != 200 && status != 410) {
                silent.put(path, status);
            }
        }
        return silent;
    }

    /** Pages are followed from link to link elsewhere; here it is those of documents and of what leads to them. */
    @Test
    void everyAddressOfThisServiceInItsOtherFormsAnswers() throws Exception {
        Release.awaitHolding(program, uids());
        List<String> sources = new ArrayList<>(List.of(
                "/search.json",
                "/catalog.json",
                "/duties.json",
                "/api/v1/documents",
                "/api/v1/agencies",
                "/api/v1/duties",
                "/api/v1/citations",
                "/api/v1/events",
                "/data/schema.json",
                "/data/catalog.jsonld",
                "/data/catalog.rdf",
                "/search.atom",
                "/feed.atom",
                "/oai?verb=ListRecords&metadataPrefix=oai_dc",
                "/oai?verb=ListRecords&metadataPrefix=gongbao",
                "/oai?verb=ListMetadataFormats",
                "/sitemap.xml",
                "/sitemaps/pages.xml",
                "/sitemaps/documents-1.xml"));
        List<String> pages = new ArrayList<>(List.of("/", "/sitemap", "/gazette", "/data", "/data/schema", "/def/"));
        for (String uid : uids()) {
            pages.add("/doc/" + uid);
            List.of(".json", ".jsonld", ".ttl", ".xml", ".akn", ".atom")
                    .forEach(suffix -> sources.add("/doc/" + uid + suffix));
        }
        Set<String> found = new TreeSet<>();
        for (String source : sources) {
            List<String> addresses = OwnAddresses.in(program.text(source), base());
            assertThat(addresses).as(source).isNotEmpty();
            found.addAll(addresses);
        }
        for (String page : pages) {
            found.addAll(OwnAddresses.inPage(program.text(page, "Accept", "text/html"), page, base()));
        }
        assertThat(found)
                .anyMatch(path -> path.startsWith("/eli/cn/"))
                .anyMatch(path -> path.startsWith("/cited/"))
                .anyMatch(path -> path.startsWith("/data/schema/"))
                .anyMatch(path -> path.startsWith("/schema/record/"))
                .anyMatch(path -> path.startsWith("/gazette/"));
        assertThat(silent(found)).isEmpty();
    }

    private int answer(String path) {
        HttpResponse<byte[]> answer = program.ask(path, "Accept", "text/html, */*;q=0.5");
        for (int step = 0; step < 3 && answer.statusCode() / 100 == 3; step++) {
            String target = answer.headers().firstValue("Location").orElseThrow();
            URI next = URI.create(path).resolve(target);
            answer = program.ask(
                    next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery()),
                    "Accept",
                    "text/html, */*;q=0.5");
        }
        return answer.statusCode();
    }

    /** The paths of the addresses that start at the base of this service. */
    private Stream<String> ours(String triples) {
        String base = base();
        return RESOURCE.matcher(triples)
                .results()
                .map(found -> found.group(1))
                .filter(uri -> uri.startsWith(base + "/"))
                .map(uri -> URI.create(uri).getRawPath())
                .distinct();
    }

    private String base() {
        String link = program.ask("/doc/" + uids().get(0) + ".nt")
                .headers()
                .firstValue("Link")
                .orElseThrow();
        return link.substring(1, link.indexOf("/id/doc/"));
    }

    @Test
    void theJsonOfEverySampleIsValidByItsSchema() {
        String schema = program.text("/def/record.schema.json");
        var validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON);
        for (String uid : uids()) {
            assertThat(validator.validate(program.text("/doc/" + uid + ".json"), InputFormat.JSON))
                    .as(uid)
                    .isEmpty();
        }
    }

    @Test
    void everySampleIsAkomaNtosoWithoutALineLost() {
        for (String uid : uids()) {
            String all =
                    letters(Jsoup.parse(program.text("/doc/" + uid + ".akn"), "", org.jsoup.parser.Parser.xmlParser())
                            .text());
            program.text("/doc/" + uid + ".txt")
                    .lines()
                    .forEach(line -> assertThat(all)
                            .satisfiesAnyOf(
                                    text -> assertThat(text).contains(letters(line)),
                                    // A row of a table has the cells that it shares with others between its own.
                                    text -> assertThat(line.strip().split("\\s+"))
                                            .hasSizeGreaterThan(1)
                                            .allSatisfy(cell -> assertThat(text).contains(letters(cell)))));
        }
    }

    @Test
    void everySampleIsValidByTheSchemaOfAkomaNtoso() throws Exception {
        Schema schema = AkomaNtosoSchema.read();
        for (String uid : uids()) {
            byte[] akn = program.text("/doc/" + uid + ".akn").getBytes(StandardCharsets.UTF_8);
            schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(akn)));
        }
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
