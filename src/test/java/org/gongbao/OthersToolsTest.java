package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import gov.loc.repository.bagit.domain.Bag;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the program publishes of the samples, as programs of others read it that share no line with it. */
@Tag("slow")
class OthersToolsTest {

    @TempDir
    static Path folder;

    private static RunningProgram program;
    private static List<String> documents;

    @BeforeAll
    static void start() throws Exception {
        program = RunningProgram.start(folder.resolve("data"), true);
        documents = program.json("/search.json?size=100")
                .get("items")
                .valueStream()
                .map(item -> item.get("id").asString().replace("/id/doc/", ""))
                .toList();
        assertThat(documents).hasSizeGreaterThan(10);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Path saved(String address, String name) throws IOException {
        return Files.writeString(folder.resolve(name), program.text(address));
    }

    /** All documents in a form. */
    private static List<Path> all(String suffix) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String uid : documents) {
            files.add(saved("/doc/" + uid + "." + suffix, uid + "." + suffix));
        }
        return files;
    }

    @Test
    void theApiIsDescribedByOpenApi() throws Exception {
        assertThat(OthersTools.node("openapi.mjs", saved("/openapi.json", "openapi.json")))
                .containsExactly("OpenAPI 3.1");
    }

    @Test
    void jsonLdAndNTriplesOfADocumentSayTheSame() throws Exception {
        for (String uid : documents.subList(0, 5)) {
            Path json = saved("/doc/" + uid + ".jsonld", uid + ".jsonld");
            Path triples = saved("/doc/" + uid + ".nt", uid + ".nt");
            List<String> said = OthersTools.node(
                    "jsonld.mjs",
                    json,
                    triples,
                    RunningProgram.BASE,
                    program.address("").toString());
            assertThat(said).singleElement().asString().matches("[1-9]\\d+ triples");
        }
    }

    @Test
    void anotherParserReadsEveryFormOfRdf() throws Exception {
        List<Path> files = new ArrayList<>(all("ttl"));
        files.addAll(all("nt"));
        files.add(saved("/data/catalog.ttl", "catalog.ttl"));
        files.add(saved("/data/catalog.nt", "catalog.nt"));
        List<String> counts = OthersTools.node("rdf.mjs", files.toArray());
        int half = documents.size();
        assertThat(counts.subList(0, half)).isEqualTo(counts.subList(half, 2 * half));
        assertThat(counts.get(2 * half)).isEqualTo(counts.get(2 * half + 1));
    }

    @Test
    void raptorReadsRdfXmlAndTurtleAlike() throws Exception {
        for (String uid : documents.subList(0, 5)) {
            List<String> xml = raptor("rdfxml", saved("/doc/" + uid + ".rdf", uid + ".rdf"));
            List<String> turtle = raptor("turtle", saved("/doc/" + uid + ".ttl", uid + ".ttl"));
            assertThat(xml).hasSameSizeAs(turtle).hasSizeGreaterThan(10);
        }
    }

    private static List<String> raptor(String form, Path file) throws Exception {
        return OthersTools.program("rapper", "-q", "-i", form, "-o", "ntriples", file);
    }

    @Test
    void documentsHoldToTheShapesInAnotherImplementationToo() throws Exception {
        List<Object> files = new ArrayList<>(List.of(Path.of("ontology/shapes.ttl")));
        files.addAll(all("ttl"));
        assertThat(OthersTools.node("shacl.mjs", files.toArray())).contains("0 violations");
    }

    @Test
    void anotherReaderTakesTheFeeds() throws Exception {
        List<String> entries = OthersTools.node(
                "feed.mjs",
                saved("/search.atom", "search.atom"),
                saved("/search.jsonfeed", "search.json"),
                saved("/doc/" + documents.get(0) + ".atom", "document.atom"));
        assertThat(entries).hasSize(3).doesNotContain("0");
        assertThat(entries.get(0)).isEqualTo(entries.get(1));
    }

    @Test
    void everyFeedHoldsToTheGrammarOfAtomInAnotherValidator() throws Exception {
        List<Object> arguments = new ArrayList<>(List.of("-c", Path.of(".ci/tools/atom.rnc")));
        arguments.add(saved("/search.atom", "all.atom"));
        arguments.add(saved("/search.atom?q=%E6%97%A0%E6%AD%A4%E5%AD%97%E5%8F%A5", "none.atom"));
        arguments.add(saved("/feed.atom", "log.atom"));
        for (String uid : documents) {
            arguments.add(saved("/doc/" + uid + ".atom", "feed-" + uid + ".atom"));
        }
        OthersTools.program("jing", arguments.toArray());
    }

    @Test
    void theTablesOfAReleaseHoldToTheirDescriptionAndDuckDbReadsThem() throws Exception {
        String manifest =
                program.ask("/data/documents").headers().firstValue("Location").orElseThrow();
        String release = manifest.substring(0, manifest.lastIndexOf('/') + 1);
        Path description = saved(release + "datapackage.json", "datapackage.json");
        List<Path> tables = new ArrayList<>();
        List<Object> twins = new ArrayList<>(List.of("same"));
        for (JsonNode file : program.json(manifest).get("files")) {
            String name = file.get("name").asString();
            if (name.endsWith(".csv.gz")) {
                String unpacked = name.substring(0, name.length() - ".gz".length());
                tables.add(saved(release + unpacked, unpacked));
            } else if (name.endsWith(".parquet")) {
                twins.add(Files.write(
                        folder.resolve(name), program.ask(release + name).body()));
                String csv = name.replace(".parquet", ".csv");
                twins.add(saved(release + csv, csv));
            }
        }
        assertThat(tables).hasSizeGreaterThan(6);
        assertThat(OthersTools.node("datapackage.mjs", description))
                .singleElement()
                .asString()
                .matches("\\d+ resources, [1-9]\\d+ rows");
        saved(release + "csv-metadata.json", "csv-metadata.json");
        assertThat(OthersTools.node("csvw.mjs", folder.resolve("csv-metadata.json")))
                .hasSameSizeAs(program.json(release + "csv-metadata.json").get("tables"))
                .contains("documents.csv " + documents.size());
        assertThat(OthersTools.node("duckdb.mjs", tables.toArray()))
                .contains("documents.csv " + documents.size())
                .contains("documents-excel.csv " + documents.size());
        assertThat(OthersTools.node("duckdb.mjs", twins.toArray()))
                .hasSize(9)
                .contains(
                        "documents.parquet " + documents.size() + " (BIGINT, DATE, TIMESTAMP WITH TIME ZONE, VARCHAR)");
    }

    @Test
    void theBagOfAYearIsUnpackedAndVerified() throws Exception {
        String address = org.jsoup.Jsoup.parse(program.text("/data", "Accept", "text/html"))
                .select("#bags ~ div a")
                .first()
                .attr("href");
        Path tar = Files.write(folder.resolve("bag.tar"), program.ask(address).body());
        OthersTools.program("tar", "-xf", tar, "-C", folder);
        String name = address.substring(address.lastIndexOf('/') + 1).replace(".tar", "");
        Bag bag = new BagReader().read(folder.resolve(name));
        try (BagVerifier verifier = new BagVerifier()) {
            verifier.isValid(bag, false);
        }
        assertThat(bag.getPayLoadManifests())
                .singleElement()
                .satisfies(
                        manifest -> assertThat(manifest.getFileToChecksumMap()).hasSizeGreaterThan(2));
    }

    @Test
    void anotherHarvesterTakesEverything() throws Exception {
        List<String> said = OthersTools.node("oai.mjs", program.address("/oai"));
        assertThat(said.get(0)).contains("oai_dc");
        assertThat(said.subList(1, said.size()))
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(line).endsWith(" " + documents.size()));
    }

    @Test
    void theLogIsVerifiedFromItsTilesAlone() throws Exception {
        JsonNode all = program.json("/search.json?size=1");
        assertThat(OthersTools.node("log.mjs", program.address("")))
                .singleElement()
                .asString()
                .endsWith(" " + all.get("total").asLong());
    }
}
