package org.gongbao;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The addresses of this service that stand in what it gives: paths with their queries, each once. */
final class OwnAddresses {

    /** A value that is a path: {@code "/id/doc/…"} in JSON, {@code href="/doc/…"} in XML. */
    private static final Pattern PATH = Pattern.compile("\"(/[a-z][^\"\\s\\\\<>]*)\"");

    private OwnAddresses() {}

    /** In JSON, XML and the text forms of RDF. */
    static List<String> in(String text, String base) {
        Pattern absolute = Pattern.compile(Pattern.quote(base) + "(/[^\"'\\s\\\\<>]*)");
        return java.util.stream.Stream.of(absolute, PATH)
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(found -> path(found.group(1)))
                .distinct()
                .toList();
    }

    /** What a page links to, but for searches: there is no end of them. */
    static List<String> inPage(String page, String address, String base) {
        return Jsoup.parse(page, base + address).select("a[href], link[href], img[src], script[src]").stream()
                .map(OwnAddresses::target)
                .filter(target -> target.startsWith(base + "/") && !target.contains("?"))
                .map(target -> path(target.substring(base.length())))
                .distinct()
                .toList();
    }

    private static String target(Element element) {
        return element.hasAttr("href") ? element.absUrl("href") : element.absUrl("src");
    }

    private static String path(String found) {
        URI uri = URI.create(found.replace("&amp;", "&"));
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
