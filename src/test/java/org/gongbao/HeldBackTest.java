package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongbao.SampleProgram.Shared;
import org.gongbao.ingest.DocumentOutcome;
import org.gongbao.ingest.OutcomeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What was held back, or dropped from a package, is at no public address and in no projection. */
@ExtendWith(SampleProgram.class)
@Timeout(600)
class HeldBackTest {

    /** Words of the samples that the gates hold; they stand in no other sample. */
    private static final List<String> CANARIES = List.of(
            "张一",
            "李二",
            "11010519491231002X",
            "440524188001010014",
            "13900000001",
            "临时救助对象",
            "重要设施安全保卫",
            "云政办密",
            "补充耕地项目验收",
            "云自然资字〔2023〕112号",
            "C00020-0303-2023-118820");

    /** Names of the files in {@code statistics-notice.zip}. */
    private static final List<String> NAMES_IN_THE_ARCHIVE = List.of("通知.txt", "经济指标表.xlsx");

    private static final Path SAMPLES = Path.of("ingest/samples");

    private final Shared shared;
    private final RunningProgram program;

    HeldBackTest(Shared shared) {
        this.shared = shared;
        this.program = shared.program();
    }

    private List<String> uids(OutcomeKind kind) {
        return shared.samples().stream()
                .filter(outcome -> outcome.kind() == kind && outcome.uid() != null)
                .map(outcome -> String.valueOf(outcome.uid()))
                .toList();
    }

    @Test
    void nothingHeldAndNothingOfAnOriginalIsAtAnyAddress() throws Exception {
        List<String> forbidden = new ArrayList<>(CANARIES);
        forbidden.addAll(uids(OutcomeKind.HELD));
        forbidden.addAll(namesAndDigestsOfOriginals());
        Release release = Release.awaitHolding(program, uids(OutcomeKind.PUBLISHED));

        Map<String, String> answers = PublicCrawl.of(program, uids(OutcomeKind.PUBLISHED));

        assertThat(answers).hasSizeGreaterThan(10 * uids(OutcomeKind.PUBLISHED).size());
        answers.put("the release", release.manifest() + release.files());
        assertThatNoneHolds(answers, forbidden);
    }

    @Test
    void whatIsHeldAnswersAsIfItHadNeverCome() {
        for (String uid : uids(OutcomeKind.HELD)) {
            for (String address :
                    List.of("/id/doc/" + uid, "/doc/" + uid, "/doc/" + uid + ".json", "/doc/" + uid + ".pdf")) {
                assertThat(program.ask(address).statusCode()).as(address).isEqualTo(404);
            }
        }
        for (String word : CANARIES) {
            assertThat(program.found('"' + word + '"')).as(word).isEmpty();
        }
    }

    @Test
    void projectionsOnDiskHoldNothingThatIsHeld() throws IOException {
        for (String projection :
                List.of("linkeddata", "bulk", "archive/public", "archive/log", "scheduled", "certificates")) {
            try (Stream<Path> files = Files.walk(shared.data().resolve(projection))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String bytes = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
                    assertThat(CANARIES.stream().filter(bytes::contains))
                            .as(file.toString())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void ofTheSampleWithASecrecyMarkNothingCanBeReadInAnyFile() throws Exception {
        Path secret = SAMPLES.resolve("security-notice-secret.txt");
        List<String> words = List.of("重要设施安全保卫", "云政办密", secret.getFileName().toString(), digest(secret));
        List<String> leaks = new ArrayList<>();
        try (Stream<Path> files = Files.walk(shared.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
                words.stream()
                        .filter(word -> bytes.contains(word) || file.toString().contains(word))
                        .forEach(word -> leaks.add(word + " in " + shared.data().relativize(file)));
            }
        }
        assertThat(leaks).isEmpty();
        try (Stream<Path> held = Files.list(shared.data().resolve("quarantine"))) {
            assertThat(held).isNotEmpty();
        }
    }

    @Test
    void aParagraphThatThePackageMakerDropsIsNowhere(@TempDir Path folder) throws Exception {
        String kept = "请各单位于每月五日前报送样例台账。";
        Path notice =
                Files.writeString(folder.resolve("dropped-paragraph.txt"), """
                云州市档案局关于报送样例台账的通知

                云档字〔2024〕31号

                市级各部门：

                %s

                %s为样例处七号信箱。

                云州市档案局

                2024年3月11日
                """.formatted(kept, DroppingMaker.MARK));
        List<DocumentOutcome> outcomes = program.ingest(true, notice);
        assertThat(outcomes).extracting(DocumentOutcome::kind).containsExactly(OutcomeKind.PUBLISHED);
        String uid = String.valueOf(outcomes.get(0).uid());

        assertThat(program.text("/doc/" + uid + ".txt")).contains(kept);
        assertThat(program.found("\"" + kept + "\"")).containsExactly(uid);
        assertThat(program.found("\"" + DroppingMaker.MARK + "\"")).isEmpty();
        assertThat(program.found("\"样例处七号信箱\"")).isEmpty();
        Map<String, String> answers = PublicCrawl.of(program, List.of(uid));
        Release release = Release.awaitHolding(program, List.of(uid));
        answers.put("the release", release.manifest() + release.files());
        assertThat(release.files().values().toString()).contains(kept);
        assertThatNoneHolds(answers, List.of(DroppingMaker.MARK, "样例处七号信箱", "dropped-paragraph", digest(notice)));
    }

    private static void assertThatNoneHolds(Map<String, String> answers, List<String> forbidden) {
        List<String> leaks = new ArrayList<>();
        answers.forEach((address, text) ->
                forbidden.stream().filter(text::contains).forEach(word -> leaks.add(word + " at " + address)));
        assertThat(leaks).isEmpty();
    }

    private static List<String> namesAndDigestsOfOriginals() throws Exception {
        List<String> words = new ArrayList<>(NAMES_IN_THE_ARCHIVE);
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.startsWith("README") && !name.endsWith(".json")) {
                    words.add(name);
                    words.add(digest(file));
                }
            }
        }
        return words;
    }

    private static String digest(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
