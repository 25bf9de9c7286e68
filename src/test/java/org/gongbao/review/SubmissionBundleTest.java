package org.gongbao.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongbao.review.Statement.Interpretation;
import org.gongbao.review.Statement.Mode;
import org.gongbao.review.Statement.Openness;
import org.gongbao.review.SubmissionBundle.Result;
import org.gongbao.review.SubmittedDocument.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bundle is read whole, or refused with everything that is wrong with it and nothing left on disk. */
class SubmissionBundleTest {

    /** {@code %s}: what stands behind the role of a file. */
    private static final String DESCRIPTION = """
            {
              "title": "云州市公共数据管理办法",
              "disclosure": {"mode": "proactive", "ground": 20},
              "reviewer": "审核人甲",
              "interpretation": {"file": "解读.txt", "firstInterpreter": "解读人乙"},
              "reach": {"page": true, "searchEngines": true, "openData": "conditional"},
              "releaseAt": "2026-03-01T09:00:00+08:00",
              "files": [
                {"name": "办法.txt", "role": "main"%s},
                {"name": "解读.txt", "role": "interpretation"%s}
              ]
            }
            """;

    private static final BundleLimits SMALL = new BundleLimits(20_000, 10_000, 5, 4_000);

    @TempDir
    Path folder;

    private List<BundleProblem> problems = List.of();

    /** Every problem has words in both languages. */
    @AfterEach
    void allProblemsHaveWords() throws IOException {
        for (String file : List.of("messages.properties", "messages_en.properties")) {
            Properties words = new Properties();
            words.load(Files.newBufferedReader(Path.of("src/main/resources", file)));
            assertThat(problems).allSatisfy(problem -> assertThat(words).containsKey(problem.messageKey()));
        }
    }

    private static String json() {
        return DESCRIPTION.formatted(content("第一条"), content("说明"));
    }

    private static String content(String text) {
        return ", \"content\": \"" + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "\"";
    }

    private static Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("办法.txt", "第一条");
        entries.put("submission.json", DESCRIPTION.formatted("", ""));
        entries.put("解读.txt", "说明");
        return entries;
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private SubmissionBundle whole(Result result) {
        if (result instanceof Result.Whole whole) {
            return whole.bundle();
        }
        throw new AssertionError(result.toString());
    }

    /** Pointers and codes. */
    private List<String> refused(byte[] body, String type) throws IOException {
        Result result = SubmissionBundle.read(new ByteArrayInputStream(body), type, folder, SMALL);
        problems = ((Result.Refused) result).problems();
        assertThat(folder).isEmptyDirectory();
        return problems.stream()
                .map(problem -> problem.pointer() + " " + problem.code())
                .toList();
    }

    private List<String> refusedJson(String json) throws IOException {
        return refused(json.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    private List<String> refusedZip(Map<String, String> entries) throws IOException {
        return refused(zip(entries), "application/zip");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bothFormsSayTheSame(boolean zipped) throws IOException {
        byte[] body = zipped ? zip(entries()) : json().getBytes(StandardCharsets.UTF_8);
        String type = zipped ? "application/zip" : "application/json; charset=utf-8";
        SubmissionBundle bundle = whole(SubmissionBundle.read(new ByteArrayInputStream(body), type, folder, SMALL));

        assertThat(bundle.title()).isEqualTo("云州市公共数据管理办法");
        assertThat(bundle.releaseAt()).isEqualTo("2026-03-01T01:00:00Z");
        assertThat(bundle.statement())
                .isEqualTo(new Statement(
                        Mode.PROACTIVE,
                        20,
                        "",
                        "审核人甲",
                        Interpretation.ENCLOSED,
                        "解读人乙",
                        "",
                        Reach.OPEN_DATA,
                        Openness.CONDITIONAL));
        assertThat(bundle.statement().problems()).isEmpty();
        assertThat(bundle.files())
                .extracting(SubmissionBundle.File::name, SubmissionBundle.File::role)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("办法.txt", Kind.MAIN),
                        org.assertj.core.groups.Tuple.tuple("解读.txt", Kind.INTERPRETATION));
        assertThat(bundle.files().get(0).content()).hasContent("第一条").hasParent(folder);
        assertThat(folder.toFile().list()).as("the files alone are left").hasSize(2);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws IOException {
        assertThat(refusedJson("""
                        {
                          "title": " ",
                          "disclosure": {"mode": "secret", "ground": "20", "why": 1},
                          "interpretation": {"uid": "x", "reasonNone": "无"},
                          "reach": {"page": false, "searchEngines": false, "openData": "conditional"},
                          "releaseAt": "2026-03-01",
                          "files": [
                            {"name": "../办法.txt", "role": "main", "content": "QQ=="},
                            {"name": "a.txt", "role": "main"},
                            {"name": "A.TXT", "role": "cover", "content": "QQ=="}
                          ],
                          "extra": null
                        }
                        """))
                .containsExactlyInAnyOrder(
                        "/extra unknown",
                        "/title blank",
                        "/disclosure/why unknown",
                        "/disclosure/mode word",
                        "/disclosure/ground type",
                        "/reviewer missing",
                        "/files/0/name name-unsafe",
                        "/files/1/content missing",
                        "/files/2/name name-twice",
                        "/files/2/role word",
                        "/files one-main",
                        "/interpretation interpretation-one",
                        "/reach/page reach-page",
                        "/reach/openData reach-order",
                        "/releaseAt instant");
    }

    @Test
    void anEmptyObjectLacksEverything() throws IOException {
        assertThat(refusedJson("{}"))
                .containsExactlyInAnyOrder(
                        "/disclosure missing",
                        "/reviewer missing",
                        "/files missing",
                        "/interpretation missing",
                        "/reach missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ground\": 20 | \"ground\": 14 | /disclosure/ground ground",
                "\"file\": \"解读.txt\" | \"file\": \"办法.txt\" | /interpretation/file interpretation-file",
                ", \"firstInterpreter\": \"解读人乙\" | , \"x/y~\": 1 | /interpretation/x~1y~0 unknown",
                "\"file\": \"解读.txt\" | \"uid\": \"不是标识\" | /interpretation/uid uid",
                "\"file\": \"解读.txt\" | \"reasonNone\": \"过程性文件\" | /interpretation/firstInterpreter interpreter-without",
                "\"reviewer\": | \"reviewer\": \"乙\", \"reviewer\": | /reviewer json-twice",
                "\"content\": \" | \"content\": \"!! | /files/0/content content-damaged"
            })
    void oneThingWrongIsToldWithItsPlace(String right, String wrong, String told) throws IOException {
        assertThat(refusedJson(json().replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
                .contains(told);
    }

    @Test
    void brokenOrEndlessJsonIsRefused() throws IOException {
        assertThat(refusedJson("{\"title\": ")).containsExactly(" json-damaged");
        assertThat(refusedJson("[".repeat(5_000))).hasSize(1).first().asString().endsWith("json-too-deep");
        assertThat(refusedJson("{\"title\": \"" + "长".repeat(5_000) + "\"}")).containsExactly("/title json-too-large");
        assertThat(refusedJson("")).isNotEmpty();
        assertThat(refusedJson("[]")).containsExactly(" type");
        assertThat(refusedJson(json() + "{}")).contains(" json-damaged");
        assertThat(refused(new byte[0], "text/plain")).containsExactly(" media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../办法.txt",
                "/etc/passwd",
                "a/b.txt",
                "a\\b.txt",
                "C:x.txt",
                ".profile",
                "a\u0007.txt",
                "a\u202Etxt.exe"
            })
    void aNameThatCouldBeAPathIsRefused(String name) throws IOException {
        Map<String, String> entries = entries();
        entries.put(name, "x");
        assertThat(refusedZip(entries)).contains(" name-unsafe");
        assertThat(folder.resolveSibling("办法.txt")).doesNotExist();
    }

    @Test
    void whatIsDescribedAndWhatCameMustBeTheSame() throws IOException {
        Map<String, String> entries = entries();
        entries.remove("解读.txt");
        entries.put("多余.txt", "x");
        assertThat(refusedZip(entries))
                .containsExactlyInAnyOrder(
                        "/files/1/name entry-missing",
                        "/files entry-undescribed",
                        "/interpretation/file interpretation-file");
        entries.remove("submission.json");
        assertThat(refusedZip(entries)).contains(" description-missing");
        Map<String, String> twice = entries();
        twice.put("submission.json", json());
        assertThat(refusedZip(twice)).contains("/files/0/content content-in-zip", "/files/1/content content-in-zip");
    }

    @Test
    void namesThatDifferInCaseAloneAreTheSame() throws IOException {
        Map<String, String> entries = entries();
        entries.put("a.txt", "1");
        entries.put("A.txt", "2");
        assertThat(refusedZip(entries)).contains(" name-twice");
    }

    @Test
    void bombsFloodsAndDamageAreRefused() throws IOException {
        Map<String, String> bomb = entries();
        bomb.put("bomb.txt", "0".repeat(5_000_000));
        assertThat(zip(bomb)).hasSizeLessThan(SMALL.files() * 10_000);
        assertThat(refusedZip(bomb)).contains(" entry-too-large");

        Map<String, String> flood = entries();
        for (int i = 0; i < 10; i++) {
            flood.put(i + ".txt", "");
        }
        assertThat(refusedZip(flood)).contains(" too-many-files");

        byte[] noise = new byte[30_000];
        new Random(1).nextBytes(noise);
        assertThat(refused(noise, "application/zip")).containsExactly(" too-large");
        assertThat(refused(java.util.Arrays.copyOf(noise, 500), "application/zip"))
                .contains(" zip-damaged");
        assertThat(refusedJson(DESCRIPTION.formatted(content("0".repeat(11_000)), content("x"))))
                .containsExactly("/files/0/content file-too-large");
    }

    @Test
    void aBundleThatIsCutShortAnywhereIsRefusedAndLeavesNothing() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        byte[] zip = zip(entries());
        byte[] json = json().strip().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 60; i++) {
            assertThat(refused(java.util.Arrays.copyOf(zip, random.nextInt(zip.length)), "application/zip"))
                    .isNotEmpty();
            assertThat(refused(java.util.Arrays.copyOf(json, random.nextInt(json.length)), "application/json"))
                    .isNotEmpty();
        }
    }

    /** 64 MB as Base64 in a JSON: more than a string may be, were it held in memory. */
    @Test
    void aLargeFileInTheJsonGoesToDiskWhileItComes() throws IOException {
        long bytes = 48L << 20;
        String[] around =
                DESCRIPTION.formatted(", \"content\": \"#\"", content("x")).split("#");
        byte[] block = "A".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        List<InputStream> streams = new java.util.ArrayList<>();
        streams.add(new ByteArrayInputStream(around[0].getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < 64; i++) {
            streams.add(new ByteArrayInputStream(block));
        }
        streams.add(new ByteArrayInputStream(around[1].getBytes(StandardCharsets.UTF_8)));
        SubmissionBundle bundle = whole(SubmissionBundle.read(
                new SequenceInputStream(Collections.enumeration(streams)),
                "application/json",
                folder,
                BundleLimits.DEFAULT));

        assertThat(bundle.files().get(0).content()).hasSize(bytes);
    }

    @Test
    void theSchemaTakesWhatIsReadAndRefusesWhatIsNot() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("ontology/submission.schema.json")));
        assertThat(schema.validate(json(), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(DESCRIPTION.formatted("", ""), InputFormat.JSON))
                .isEmpty();
        for (String[] change : new String[][] {
            {"\"ground\": 20", "\"ground\": 14"},
            {"\"proactive\"", "\"secret\""},
            {"\"page\": true", "\"page\": false"},
            {"\"role\": \"main\"", "\"role\": \"annex\""},
            {"办法.txt", "../办法.txt"},
            {"\"reviewer\"", "\"checker\""},
            {"\"file\": \"解读.txt\"", "\"reasonNone\": \"无\""},
            {"\"title\": \"云州市公共数据管理办法\"", "\"title\": 5"}
        }) {
            String changed = json().replace(change[0], change[1]);
            assertThat(schema.validate(changed, InputFormat.JSON)).as(change[1]).isNotEmpty();
            assertThat(refusedJson(changed)).as(change[1]).isNotEmpty();
        }
    }
}
