package org.gongbao.bulk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.gongbao.linkeddata.DocumentGraphs;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Terms;
import org.gongbao.record.CanonicalJson;

/**
 * Writes the files of a release: NDJSON of the records, a table in CSV (UTF-8 with BOM, for spreadsheets), N-Quads. The same
 * documents in the same order give the same bytes.
 */
final class ReleaseWriter implements AutoCloseable {

    /** The file with a record a line. */
    static final String RECORDS = "documents.ndjson.gz";

    private final Path folder;
    private final DocumentGraphs graphs;
    private final Target records;
    private final Target table;
    private final Target quads;
    private final CSVPrinter csv;
    private long documents;

    ReleaseWriter(Path folder, DocumentGraphs graphs) throws IOException {
        this.folder = folder;
        this.graphs = graphs;
        records = new Target(RECORDS, "application/x-ndjson");
        table = new Target("documents.csv.gz", "text/csv");
        quads = new Target("documents.nq.gz", "application/n-quads");
        Writer characters = new OutputStreamWriter(table.out, StandardCharsets.UTF_8);
        characters.write('\uFEFF');
        csv = new CSVPrinter(
                characters, CSVFormat.RFC4180.builder().setHeader(CsvRow.HEADER).get());
    }

    /** Adds what its terms let into a dataset; nothing where they let in nothing. */
    void add(PublishedDocument document) {
        Terms terms = document.terms();
        if (!terms.isOpenData()) {
            return;
        }
        try {
            records.out.write(line(document, terms));
            records.out.write('\n');
            csv.printRecord(CsvRow.of(document));
            quads.out.write(graphs.quads(document));
        } catch (IOException e) {
            throw new UncheckedIOException("the release in " + folder + " cannot be written", e);
        }
        documents++;
    }

    /** The line of what is open data in the file of records, without its end. */
    static byte[] line(PublishedDocument document, Terms terms) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("uid", document.uid().value());
        line.put("version", document.version());
        line.put("releasedAt", document.releasedAt());
        line.put("terms", terms.code());
        line.put("record", terms.open(document.record()));
        return CanonicalJson.bytes(line);
    }

    /** Ends the files and describes the release. */
    Release finish(String name, long position, Instant issued) throws IOException {
        csv.flush();
        List<Release.ReleaseFile> files = new ArrayList<>();
        for (Target target : List.of(table, records, quads)) {
            files.add(target.finish());
        }
        files.sort(java.util.Comparator.comparing(Release.ReleaseFile::name));
        return new Release(name, position, issued, documents, files, folder);
    }

    @Override
    public void close() throws IOException {
        csv.close();
        records.out.close();
        quads.out.close();
    }

    private final class Target {
        final String name;
        final String mediaType;
        final MessageDigest digest = sha256();
        final OutputStream out;

        Target(String name, String mediaType) throws IOException {
            this.name = name;
            this.mediaType = mediaType;
            OutputStream file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16);
            out = new BufferedOutputStream(
                    new GZIPOutputStream(new DigestOutputStream(file, digest), 1 << 16), 1 << 16);
        }

        Release.ReleaseFile finish() throws IOException {
            out.close();
            return new Release.ReleaseFile(
                    name,
                    mediaType,
                    Files.size(folder.resolve(name)),
                    HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }
}
