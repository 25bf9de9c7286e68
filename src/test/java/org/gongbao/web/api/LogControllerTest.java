package org.gongbao.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.gongbao.publication.Checkpoint;
import org.gongbao.publication.DocumentProof;
import org.gongbao.publication.FilledLog;
import org.gongbao.publication.LogVerifier;
import org.gongbao.web.Refusal;
import org.gongbao.web.ReprDigest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogControllerTest {

    @TempDir
    Path folder;

    private FilledLog filled;
    private MockMvc web;

    @BeforeEach
    void open() {
        filled = new FilledLog(folder, 258);
        web = MockMvcBuilders.standaloneSetup(new LogController(filled.log(), filled.packages()))
                .build();
    }

    @AfterEach
    void close() {
        filled.close();
    }

    private MockHttpServletResponse get(String path) throws Exception {
        return web.perform(MockMvcRequestBuilders.get(path)).andReturn().getResponse();
    }

    @Test
    void mirrorsTakeEventsAndFilesOfPackagesUntilTheyMayBeReadNoMore() throws Exception {
        long seq = filled.publish(folder, "%PDF");

        assertThat(get("/log/event/" + seq).getContentAsString(StandardCharsets.UTF_8))
                .contains("\"leaf\"")
                .contains("released");
        assertThat(get("/log/package/" + seq + "/document.pdf").getContentAsString())
                .isEqualTo("%PDF");
        assertThat(get("/log/package/" + seq + "/manifest.json").getStatus()).isEqualTo(200);
        assertThatThrownBy(() -> get("/log/package/" + seq + "/other.pdf")).hasRootCauseInstanceOf(Refusal.class);
        assertThatThrownBy(() -> get("/log/event/" + (seq + 1))).hasRootCauseInstanceOf(Refusal.class);
        filled.withdraw();
        assertThat(get("/log/package/" + seq + "/document.pdf").getStatus()).isEqualTo(410);
        assertThat(get("/log/package/" + seq + "/manifest.json").getStatus()).isEqualTo(410);
    }

    @Test
    void theCheckpointIsASignedNoteThatIsAskedForAgainEachTime() throws Exception {
        MockHttpServletResponse answer = get("/log/checkpoint");
        String key = get("/log/key").getContentAsString(StandardCharsets.UTF_8).strip();

        Checkpoint checkpoint = Checkpoint.verify(answer.getContentAsString(StandardCharsets.UTF_8), key);
        assertThat(checkpoint.size()).isEqualTo(258);
        assertThat(checkpoint.origin()).contains("示例");
        assertThat(answer.getContentType()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void tilesMayBeKeptForEver() throws Exception {
        MockHttpServletResponse full = get("/log/tile/0/000");
        MockHttpServletResponse partial = get("/log/tile/0/001.p/2");

        assertThat(full.getContentAsByteArray()).hasSize(8192);
        assertThat(partial.getContentAsByteArray()).hasSize(64);
        assertThat(get("/log/tile/1/000.p/1").getContentAsByteArray()).hasSize(32);
        assertThat(full.getHeader("Cache-Control")).contains("immutable").contains("public");
        assertThat(full.getContentType()).isEqualTo("application/octet-stream");
    }

    @Test
    void anEntryOfABundleIsProvedWithHashesOfTilesAlone() throws Exception {
        byte[] bundle = get("/log/tile/entries/001.p/2").getContentAsByteArray();
        int length = (bundle[0] & 0xff) << 8 | bundle[1] & 0xff;
        byte[] leaf = Arrays.copyOfRange(bundle, 2, 2 + length);
        byte[] hashes = get("/log/tile/0/001.p/2").getContentAsByteArray();
        byte[] left = get("/log/tile/1/000.p/1").getContentAsByteArray();
        Checkpoint checkpoint = filled.log().checkpoint();

        assertThat(LogVerifier.includes(
                        checkpoint.root(), 258, 256, leaf, List.of(Arrays.copyOfRange(hashes, 32, 64), left)))
                .isTrue();
    }

    @Test
    void aDocumentIsProvedToBeInTheLog() throws Exception {
        String uid = filled.log().eventsAfter(7, 1).get(0).uid().value();

        JsonNode proof = JsonMapper.builder()
                .build()
                .readTree(get("/doc/" + uid + "/proof").getContentAsByteArray());

        Checkpoint checkpoint = Checkpoint.verify(
                proof.get("checkpoint").asString(), filled.log().verifier());
        List<byte[]> path = new ArrayList<>();
        proof.get("path").forEach(hash -> path.add(Base64.getDecoder().decode(hash.asString())));
        byte[] leaf = proof.get("leaf").asString().getBytes(StandardCharsets.UTF_8);
        assertThat(LogVerifier.includes(
                        checkpoint.root(), checkpoint.size(), proof.get("index").asLong(), leaf, path))
                .isTrue();
        assertThat(proof.get("leaf").asString()).contains(uid);
    }

    @Test
    void everyVersionIsProvedWhateverCameAfterIt() throws Exception {
        long first = filled.publish(folder, "%PDF 1");
        String uid = filled.log().eventsAfter(first - 1, 1).get(0).uid().value();
        long second = filled.revise("%PDF 2");

        for (long seq : List.of(first, second)) {
            String path = "/doc/" + uid + "/versions/" + (seq == first ? 1 : 2) + "/proof";
            byte[] proof = get(path).getContentAsByteArray();
            String sha256 =
                    ReprDigest.hex(get("/log/package/" + seq + "/document.pdf").getContentAsByteArray());
            assertThat(DocumentProof.difference(proof, sha256, filled.log().verifier()))
                    .as(path)
                    .isEmpty();
        }
        assertThatThrownBy(() -> get("/doc/" + uid + "/versions/3/proof")).hasRootCauseInstanceOf(Refusal.class);
        assertThatThrownBy(() -> get("/doc/x/versions/1/proof")).hasRootCauseInstanceOf(Refusal.class);
    }

    @Test
    void whatTheLogDoesNotHaveYetIsNotFoundAndNotKept() throws Exception {
        for (String path : new String[] {
            "/log/tile/0/001",
            "/log/tile/0/001.p/3",
            "/log/tile/2/000.p/1",
            "/log/tile/entries/001",
            "/log/tile/0/1",
            "/log/tile/nothing"
        }) {
            MockHttpServletResponse answer = get(path);
            assertThat(answer.getStatus()).as(path).isEqualTo(404);
            assertThat(answer.getHeader("Cache-Control")).as(path).isEqualTo("no-store");
        }
    }
}
