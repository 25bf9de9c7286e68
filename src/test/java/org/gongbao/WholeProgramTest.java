package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongbao.SampleProgram.Shared;
import org.gongbao.ingest.DocumentOutcome;
import org.gongbao.ingest.OutcomeKind;
import org.gongbao.publication.Checkpoint;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.LogProof;
import org.gongbao.publication.LogVerifier;
import org.gongbao.publication.TransparencyLog;
import org.gongbao.publication.Uid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The samples, from their files to every public address, in the program as it is served. */
@ExtendWith(SampleProgram.class)
@Timeout(600)
class WholeProgramTest {

    private static final Set<String> HELD = Set.of("relief-list-personal.docx", "farmland-notice-on-request.txt");

    private static final List<String> SUFFIXES =
            List.of("html", "json", "jsonld", "ttl", "nt", "rdf", "xml", "txt", "pdf");

    private final Shared shared;
    private final RunningProgram program;

    WholeProgramTest(Shared shared) {
        this.shared = shared;
        this.program = shared.program();
    }

    private Set<String> publishedUids() {
        return shared.published().stream()
                .map(outcome -> String.valueOf(outcome.uid()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everySampleIsPublishedButThoseThatTheGatesMustHold() {
        assertThat(shared.samples())
                .extracting(DocumentOutcome::kind)
                .containsOnly(OutcomeKind.PUBLISHED, OutcomeKind.HELD);
        assertThat(shared.samples())
                .filteredOn(outcome -> outcome.kind() == OutcomeKind.HELD)
                .allSatisfy(outcome -> assertThat(outcome.reasons()).isNotEmpty())
                .filteredOn(outcome -> outcome.uid() != null)
                .extracting(DocumentOutcome::name)
                .containsExactlyInAnyOrderElementsOf(HELD);
    }

    @Test
    void theSampleWithASecrecyMarkLeavesNothingButAReceiptThatSaysHeld() {
        assertThat(shared.samples())
                .filteredOn(outcome -> outcome.uid() == null)
                .singleElement()
                .satisfies(outcome -> {
                    assertThat(outcome.name()).matches("receipt [0-9a-f]{32}");
                    assertThat(outcome.title()).isNull();
                    assertThat(outcome.kind()).isEqualTo(OutcomeKind.HELD);
                    assertThat(outcome.reasons()).containsExactly("held");
                });
    }

    @Test
    void everyPublishedSampleAnswersInEveryForm() {
        for (String uid : publishedUids()) {
            HttpResponse<byte[]> permanent = program.ask("/id/doc/" + uid);
            assertThat(permanent.statusCode()).isEqualTo(303);
            assertThat(permanent.headers().firstValue("Location"))
                    .get()
                    .asString()
                    .endsWith("/doc/" + uid);
            for (String suffix : SUFFIXES) {
                HttpResponse<byte[]> answer = program.ask("/doc/" + uid + "." + suffix);
                assertThat(answer.statusCode()).as(uid + "." + suffix).isEqualTo(200);
                assertThat(answer.body()).as(uid + "." + suffix).isNotEmpty();
            }
        }
    }

    @Test
    void everyPublishedSampleIsFoundByItsTitleAndByItsNumber() {
        assertThat(program.found("")).containsAll(publishedUids());
        for (DocumentOutcome outcome : shared.published()) {
            String uid = String.valueOf(outcome.uid());
            JsonNode record = program.json("/doc/" + uid + ".json");
            JsonNode title = record.get("title");
            JsonNode number = record.get("documentNumber");
            if (!title.isNull()) {
                assertThat(program.found(title.asString())).as(title.asString()).contains(uid);
            }
            if (!number.isNull()) {
                assertThat(program.found(number.asString()))
                        .as(number.asString())
                        .contains(uid);
            }
        }
    }

    @Test
    void linkedDataAndTheReleaseHoldTheSameDocumentsAsTheSearch() throws Exception {
        Set<String> uids = publishedUids();
        List<String> texts = program.construct("CONSTRUCT { ?g a ?g } WHERE { GRAPH ?g { ?s ?p ?o } }");
        assertThat(texts.stream()
                        .filter(line -> line.contains("/doc/"))
                        .map(line -> RunningProgram.uidIn(line.substring(1, line.indexOf('>')))))
                .containsAll(uids);
        Release release = Release.awaitHolding(program, uids);
        assertThat(release.uids()).containsAll(uids);
        assertThat(release.csv()).startsWith("uid,");
        assertThat(release.files().get("documents-excel.csv.gz")).isEqualTo("\uFEFF" + release.csv());
        for (String uid : uids) {
            assertThat(release.csv()).contains(uid);
            assertThat(release.quads()).contains("/doc/" + uid + ">");
        }
    }

    @Test
    void theCheckpointVerifiesAndEveryPublishedSampleIsInTheLog() {
        Checkpoint checkpoint = Checkpoint.verify(
                program.text("/log/checkpoint"), program.text("/log/key").strip());
        assertThat(checkpoint.origin()).contains("示例");
        assertThat(checkpoint.size()).isGreaterThanOrEqualTo(publishedUids().size());
        TransparencyLog log = program.get(TransparencyLog.class);
        for (String uid : publishedUids()) {
            LogProof proof = log.inclusionProof(new Uid(uid)).orElseThrow();
            byte[] leaf = proof.leaf().getBytes(StandardCharsets.UTF_8);
            Checkpoint proven = proof.checkpoint();
            assertThat(LogVerifier.includes(proven.root(), proven.size(), proof.index(), leaf, proof.path()))
                    .isTrue();
            assertThat(log.events(new Uid(uid))).extracting(LogEvent::event).containsExactly(LogEvent.Type.RELEASED);
            JsonNode written = JsonMapper.builder().build().readTree(leaf);
            assertThat(written.propertyNames())
                    .containsExactlyInAnyOrder("v", "seq", "time", "event", "uid", "version", "sha256", "sm3");
        }
    }

    @Test
    void entriesInTilesAreTheLeavesOfTheCheckpoint() {
        Checkpoint checkpoint = Checkpoint.verify(
                program.text("/log/checkpoint"), program.text("/log/key").strip());
        String width = checkpoint.size() < 256 ? "000.p/" + checkpoint.size() : "000";
        byte[] hashes = program.ask("/log/tile/0/" + width).body();
        assertThat(hashes).hasSize((int) checkpoint.size() * 32);
        String entries = program.text("/log/tile/entries/" + width);
        for (String uid : publishedUids()) {
            assertThat(entries).contains("\"uid\":\"" + uid + "\"");
        }
        assertThat(HexFormat.of().formatHex(checkpoint.root())).hasSize(64);
    }

    @Test
    void thePagesSayThatTheseAreSamplesAndTheServiceIsReady() {
        assertThat(program.text("/")).contains("示例");
        assertThat(program.text("/", "Accept-Language", "en")).contains("示例 Sample");
        assertThat(program.ask("/readyz").statusCode()).isEqualTo(200);
        assertThat(program.ask("/livez").statusCode()).isEqualTo(200);
        assertThat(program.ask("/doc/" + "0".repeat(16)).statusCode()).isEqualTo(404);
    }
}
