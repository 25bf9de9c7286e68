package org.gongbao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongbao.publication.Certificates;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.json.JsonMapper;

/** Everything that the public can reach, as text by address: followed from link to link, and what no page links to. */
final class PublicCrawl {

    private static final int MOST = 6_000;

    /** Triples of one query, within the bound of rows. */
    private static final int STATEMENTS = 5_000;

    private static final List<String> OPEN_FIELDS = List.of(
            "title", "text", "sections", "tables", "tasks", "citations", "relations", "claims", "items", "summary");

    /** Addresses that answer otherwise than with 200 or a redirection. */
    private static final Map<String, Integer> EXPECTED = Map.of();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningProgram program;
    private final Set<String> gone;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    private PublicCrawl(RunningProgram program, Set<String> gone) {
        this.program = program;
        this.gone = gone;
    }

    /** @param uids documents whose every form is read, whether they are public or not */
    static Map<String, String> of(RunningProgram program, Collection<String> uids) {
        return of(program, uids, Set.of());
    }

    /** @param gone documents to which pages may lead, although they answer that they are public no more */
    static Map<String, String> of(RunningProgram program, Collection<String> uids, Set<String> gone) {
        PublicCrawl crawl = new PublicCrawl(program, gone);
        crawl.waiting.addAll(List.of(
                "/",
                "/search",
                "/search.json",
                "/search.csv",
                "/search.atom",
                "/catalog",
                "/catalog.json",
                "/catalog.csv",
                "/duties",
                "/duties.json",
                "/duties.csv",
                "/duties.ics",
                "/search.jsonfeed",
                "/browse",
                "/statistics",
                "/statistics.csv",
                "/data",
                "/data/catalog.ttl",
                "/gazette",
                "/columns/open-government",
                "/columns/open-government.atom",
                "/verify",
                "/gazette.json",
                "/quality",
                "/quality.json",
                "/log/checkpoint",
                "/log/key",
                "/robots.txt",
                "/sitemap.xml",
                "/sitemaps/pages.xml",
                "/sitemaps/documents-1.xml",
                "/sitemap",
                "/privacy",
                "/?print=large",
                "/readyz",
                "/metrics",
                "/def/",
                "/def/shapes.ttl",
                "/def/context.jsonld",
                "/def/record.schema.json",
                "/data/schema",
                "/data/schema.json",
                "/concept",
                "/concept.ttl",
                "/gazette.ttl",
                "/org.ttl",
                "/api",
                "/openapi.json",
                "/api/v1/documents?limit=200&fields=" + String.join(",", OPEN_FIELDS),
                "/feed.atom",
                "/oai?verb=Identify",
                "/oai?verb=ListSets",
                "/oai?verb=ListRecords&metadataPrefix=oai_dc",
                "/oai?verb=ListRecords&metadataPrefix=gongbao",
                "/schema/record/1.xsd",
                "/api/v1/agencies",
                "/api/v1/duties?limit=200",
                "/api/v1/citations?limit=200",
                "/api/v1/events?limit=200",
                "/sparql"));
        if (program.get(Certificates.class).latest().isPresent()) {
            crawl.waiting.add("/log/certificate");
        }
        crawl.tiles();
        crawl.statements();
        for (String uid : uids) {
            crawl.waiting.add("/id/doc/" + uid);
            for (String form :
                    List.of("", ".html", ".json", ".jsonld", ".ttl", ".nt", ".rdf", ".akn", ".xml", ".txt", ".pdf")) {
                crawl.waiting.add("/doc/" + uid + form);
            }
        }
        crawl.run();
        return crawl.answers;
    }

    private void tiles() {
        int size = Integer.parseInt(program.text("/log/checkpoint").split("\n")[1]);
        waiting.add("/log/tile/entries/000.p/" + size);
        waiting.add("/log/tile/0/000.p/" + size);
    }

    /** All triples, a bounded number at a time: a query for all of them at once would be refused. */
    private void statements() {
        int all = 0;
        for (int read = STATEMENTS; read == STATEMENTS; all += read) {
            String query =
                    "SELECT * { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o LIMIT " + STATEMENTS + " OFFSET " + all;
            String path = "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
            read(path, "Accept", "application/sparql-results+json");
            String answer = String.valueOf(answers.get(path));
            read = JSON.readTree(answer.substring(answer.indexOf('\n')))
                    .get("results")
                    .get("bindings")
                    .size();
        }
        if (all == 0) {
            throw new AssertionError("the triple store is empty");
        }
    }

    private void run() {
        while (!waiting.isEmpty() && answers.size() < MOST) {
            String path = waiting.poll();
            if (!answers.containsKey(path)) {
                read(path, "Accept", "text/html, */*;q=0.5");
            }
        }
        if (!waiting.isEmpty()) {
            throw new AssertionError("more than " + MOST + " addresses; still " + waiting.peek());
        }
    }

    private void read(String path, String... headers) {
        HttpResponse<byte[]> answer = program.ask(path, headers);
        int expected = gone.stream()
                        .anyMatch(uid -> path.replaceFirst("[?]lang=.*", "").equals("/doc/" + uid))
                ? 410
                : EXPECTED.getOrDefault(path.replaceFirst("[?]lang=.*", ""), answer.statusCode() == 303 ? 303 : 200);
        boolean wasReplaced = answer.statusCode() == 410 && path.startsWith("/data/documents/");
        if (answer.statusCode() != expected && !wasReplaced) {
            throw new AssertionError(path + " answers " + answer.statusCode() + ", expected " + expected);
        }
        StringBuilder all = new StringBuilder().append(answer.headers().map()).append('\n');
        String type = answer.headers().firstValue("Content-Type").orElse("");
        all.append(new String(answer.body(), StandardCharsets.UTF_8));
        if (type.startsWith("application/pdf")) {
            all.append(textOfPdf(answer.body()));
        } else if (type.startsWith("text/html")) {
            Document page = Jsoup.parse(all.toString(), program.address(path).toString());
            all.append('\n').append(page.text());
            page.select("[href], [src], [action]").forEach(link -> {
                for (String name : List.of("href", "src", "action")) {
                    follow(path, link.attr(name));
                }
            });
        }
        answer.headers().firstValue("Location").ifPresent(target -> follow(path, target));
        answers.put(path, all.toString());
    }

    private void follow(String from, String link) {
        if (link.isEmpty() || link.startsWith("#") || link.startsWith("data:") || link.startsWith("mailto:")) {
            return;
        }
        URI target = program.address(from).resolve(link.replace(" ", "%20"));
        URI home = program.address("/");
        String query = target.getRawQuery();
        if (home.getHost().equals(target.getHost()) && home.getPort() == target.getPort() && !isCombined(target)) {
            waiting.add(target.getRawPath() + (query == null ? "" : "?" + query));
        }
    }

    /**
     * Combinations of filters repeat what each filter alone shows, large print what the usual one does, and a report at a place
     * quotes the document.
     */
    private static boolean isCombined(URI target) {
        String query = target.getRawQuery();
        if (query != null && query.contains("print=")) {
            return true;
        }
        if (query != null && query.startsWith("place=")) {
            return true;
        }
        boolean isList = List.of("/search", "/duties", "/catalog").stream().anyMatch(target.getPath()::startsWith);
        return isList && query != null && query.contains("&");
    }

    private static String textOfPdf(byte[] bytes) {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return pdf.getDocumentInformation().getCOSObject() + "\n" + new PDFTextStripper().getText(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
