package org.gongbao.linkeddata;

import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.resultset.ResultSetLang;

/** The forms of results and what a client accepts of them (RFC 9110, 12.5.1). */
final class SparqlForms {

    private static final Map<String, Lang> TABLES = new LinkedHashMap<>();
    private static final Map<String, GraphWriting> GRAPHS = new LinkedHashMap<>();

    /** Writes an answer that is a graph. */
    interface GraphWriting {
        void write(Model model, OutputStream out);
    }

    static {
        TABLES.put("application/sparql-results+json", ResultSetLang.RS_JSON);
        TABLES.put("application/sparql-results+xml", ResultSetLang.RS_XML);
        TABLES.put("text/csv", ResultSetLang.RS_CSV);
        TABLES.put("text/tab-separated-values", ResultSetLang.RS_TSV);
        TABLES.put("application/json", ResultSetLang.RS_JSON);
        TABLES.put("application/xml", ResultSetLang.RS_XML);
        for (RdfFormat format : RdfFormat.values()) {
            GRAPHS.put(format.mediaType(), (model, out) -> JenaDocumentGraphs.write(model, format, out));
        }
        GRAPHS.put("application/trig", lines(RDFFormat.TRIG_BLOCKS));
        GRAPHS.put("application/n-quads", lines(RDFFormat.NQUADS_UTF8));
    }

    private SparqlForms() {}

    /** For who reads datasets: the answer is their default graph. */
    private static GraphWriting lines(RDFFormat format) {
        return (model, out) -> RDFWriter.source(model).format(format).output(out);
    }

    static Optional<Map.Entry<String, Lang>> table(String accept) {
        return choose(TABLES, accept);
    }

    static Optional<Map.Entry<String, GraphWriting>> graph(String accept) {
        return choose(GRAPHS, accept);
    }

    static String tables() {
        return String.join(", ", TABLES.keySet());
    }

    static String graphs() {
        return String.join(", ", GRAPHS.keySet());
    }

    private static <T> Optional<Map.Entry<String, T>> choose(Map<String, T> offered, String accept) {
        if (accept.isBlank()) {
            return offered.entrySet().stream().findFirst();
        }
        Map.Entry<String, T> best = null;
        double quality = 0;
        for (Map.Entry<String, T> form : offered.entrySet()) {
            double wanted = quality(form.getKey(), accept);
            if (wanted > quality) {
                quality = wanted;
                best = form;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The quality of the most specific range that matches. */
    private static double quality(String mediaType, String accept) {
        int specificity = -1;
        double quality = 0;
        for (String range : accept.split(",")) {
            String[] parts = range.strip().split(";");
            int match = match(parts[0].strip(), mediaType);
            if (match > specificity) {
                specificity = match;
                quality = parameter(parts);
            }
        }
        return quality;
    }

    private static int match(String range, String mediaType) {
        if (range.equalsIgnoreCase(mediaType)) {
            return 2;
        }
        if (range.equals("*/*")) {
            return 0;
        }
        return range.endsWith("/*") && mediaType.startsWith(range.substring(0, range.length() - 1)) ? 1 : -1;
    }

    private static double parameter(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].strip();
            if (part.startsWith("q=")) {
                try {
                    return Double.parseDouble(part.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
