package org.gongbao;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Everything that the public can reach, as text by address: followed from link to link, and what no page links to. */
final class PublicCrawl {

    private static final int MOST = 1_500;

    private final RunningProgram program;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    private PublicCrawl(RunningProgram program) {
        this.program = program;
    }

    /** @param uids documents whose every form is read, whether they are public or not */
    static Map<String, String> of(RunningProgram program, Collection<String> uids) {
        PublicCrawl crawl = new PublicCrawl(program);
        crawl.waiting.addAll(List.of(
                "/",
                "/search",
                "/search.json",
                "/search.csv",
                "/search.atom",
                "/data",
                "/data/catalog.ttl",
                "/log/checkpoint",
                "/log/key",
                "/robots.txt",
                "/sitemap.xml",
                "/readyz",
                "/metrics",
                "/sparql?query=" + "SELECT%20*%20%7B%7B?s%20?p%20?o%7DUNION%7BGRAPH%20?g%20%7B?s%20?p%20?o%7D%7D%7D"));
        crawl.tiles();
        for (String uid : uids) {
            crawl.waiting.add("/id/doc/" + uid);
            for (String form :
                    List.of("", ".html", ".json", ".jsonld", ".ttl", ".nt", ".rdf", ".xml", ".txt", ".pdf")) {
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

    private void run() {
        while (!waiting.isEmpty() && answers.size() < MOST) {
            String path = waiting.poll();
            if (!answers.containsKey(path)) {
                read(path);
            }
        }
        if (!waiting.isEmpty()) {
            throw new AssertionError("more than " + MOST + " addresses; still " + waiting.peek());
        }
    }

    private void read(String path) {
        HttpResponse<byte[]> answer = program.ask(path);
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

    /** Combinations of filters repeat what each filter alone shows. */
    private static boolean isCombined(URI target) {
        String query = target.getRawQuery();
        return target.getPath().startsWith("/search") && query != null && query.contains("&");
    }

    private static String textOfPdf(byte[] bytes) {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return pdf.getDocumentInformation().getCOSObject() + "\n" + new PDFTextStripper().getText(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
