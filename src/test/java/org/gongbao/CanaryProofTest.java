package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.extraction.Workers;
import org.gongbao.ingest.DocumentOutcome;
import org.gongbao.ingest.Ingest;
import org.gongbao.ingest.OutcomeKind;
import org.gongbao.ingest.WorkingDocuments;
import org.gongbao.privacy.Redaction;
import org.gongbao.privacy.Treatment;
import org.gongbao.publication.TransparencyLog;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.PersonalDatum;
import org.gongbao.review.Redactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Values that stand in one document alone are nowhere in public after it was decided that they go (去标识化验证). How many
 * documents is set by {@code gongbao.tests.canaries}, their seed by {@code gongbao.tests.seed}.
 */
@Tag("slow")
@Timeout(1200)
class CanaryProofTest {

    private static final int PAPERS = Integer.getInteger("gongbao.tests.canaries", 30);
    private static final long SEED = Long.getLong("gongbao.tests.seed", 20240305L);

    /** One page in so many is read by its picture: 20 of 300. */
    private static final int READ = 15;

    /** In one paper of so many the values are masked, not removed. */
    private static final int MASKED = 3;

    private static final Person REVIEWER = new Person("p-7", "审查员", null, Set.of(Role.PRIVACY_REVIEWER));

    /** What is meant for the public, or made from that alone. */
    private static final List<String> PUBLIC =
            List.of("archive/public", "archive/log", "linkeddata", "bulk", "solr", "scheduled", "certificates");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream before = System.out;

    private long last = System.nanoTime();

    private void time(String what) {
        long now = System.nanoTime();
        before.println("canaries: " + what + " after " + (now - last) / 1_000_000 + " ms");
        last = now;
    }

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        before.write(b);
                        said.write(b);
                    }
                },
                true,
                StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(before);
    }

    @Test
    void noValueThatWasDecidedToGoIsAnywhereInPublic() throws Exception {
        before.println("canaries: " + PAPERS + " papers, seed " + SEED);
        List<CanaryPapers.Paper> papers =
                new CanaryPapers(Files.createDirectories(folder.resolve("papers")), SEED).write(PAPERS);
        Path[] files = papers.stream().map(CanaryPapers.Paper::file).toArray(Path[]::new);
        List<String> words = papers.stream()
                .flatMap(paper -> Stream.concat(paper.shown().stream(), paper.hidden().stream()))
                .distinct()
                .toList();
        ByteSearch search = new ByteSearch(words, CanaryPapers.RARE);
        for (CanaryPapers.Paper paper : papers) {
            if (!paper.file().toString().endsWith("png")) {
                assertThat(search.in(Files.readAllBytes(paper.file())))
                        .as("the search finds what is there")
                        .containsAll(paper.shown());
            }
        }
        try (RunningProgram program = RunningProgram.start(folder.resolve("data"), false)) {
            List<DocumentOutcome> held = program.ingest(true, files);
            time("read");
            assertThat(held).extracting(DocumentOutcome::kind).containsOnly(OutcomeKind.HELD);
            List<String> uids =
                    held.stream().map(outcome -> String.valueOf(outcome.uid())).toList();
            for (int i = 0; i < uids.size(); i++) {
                decide(
                        program,
                        new Uid(uids.get(i)),
                        papers.get(i),
                        i % MASKED == 0 ? Treatment.MASK : Treatment.REMOVE);
            }
            assertThat(program.ingest(true, files))
                    .allSatisfy(outcome -> assertThat(outcome.kind())
                            .as(outcome.name() + " " + outcome.reasons())
                            .isEqualTo(OutcomeKind.PUBLISHED));
            assertThatNoneIsPublic(program, uids, search);
            time("searched");
            assertThatNoneIsRead(program, uids, words);
            time("recognised");

            Ingest ingest = program.get(Ingest.class);
            ingest.awaitDone(ingest.reprocess(), progress -> {});
            program.awaitCaughtUp();
            time("read anew");
            assertThatNoneIsPublic(program, uids, search);
            time("searched again");
            before.println("canaries: " + search.searched() / 1_000_000 + " MB searched");
        }
    }

    private static void decide(RunningProgram program, Uid uid, CanaryPapers.Paper paper, Treatment treatment) {
        DocumentRecord working =
                program.get(WorkingDocuments.class).find(uid).orElseThrow().record();
        String text = working.text().replaceAll("\\s", "");
        boolean isScan = working.source().recognisedByOcr();
        assertThat(paper.shown()).as(working.source().name()).allMatch(word -> isScan || text.contains(word));
        Redactions redactions = program.get(Redactions.class);
        for (PersonalDatum found : working.personalData()) {
            Redaction redaction =
                    new Redaction(found.kind(), found.start(), found.end(), treatment, "", REVIEWER.id(), "", false);
            redactions.decide(uid, working, redaction, REVIEWER);
        }
        assertThat(redactions.undecided(uid, working)).isEmpty();
    }

    private void assertThatNoneIsPublic(RunningProgram program, List<String> uids, ByteSearch search) throws Exception {
        Map<String, Set<String>> leaks = new TreeMap<>();
        for (String part : PUBLIC) {
            Path root = folder.resolve("data").resolve(part);
            if (Files.exists(root)) {
                try (Stream<Path> all = Files.walk(root)) {
                    for (Path file : all.filter(Files::isRegularFile).toList()) {
                        note(leaks, file.toString(), search, Files.readAllBytes(file));
                    }
                }
            }
        }
        program.awaitCertificate(program.get(TransparencyLog.class).size());
        Release release = Release.awaitHolding(program, uids);
        note(leaks, "release", search, (release.manifest() + release.files()).getBytes(StandardCharsets.UTF_8));
        for (String address : addresses(uids)) {
            HttpResponse<byte[]> answer = program.ask(address);
            assertThat(answer.statusCode()).as(address).isIn(200, 303);
            note(leaks, address, search, answer.headers().map().toString().getBytes(StandardCharsets.UTF_8));
            note(leaks, address, search, answer.body());
        }
        note(leaks, "the program's own log", search, said.toByteArray());
        assertThat(leaks).isEmpty();
    }

    private static void note(Map<String, Set<String>> leaks, String place, ByteSearch search, byte[] bytes) {
        Set<String> found = search.in(bytes);
        if (!found.isEmpty()) {
            leaks.put(place, found);
        }
    }

    private static List<String> addresses(List<String> uids) {
        List<String> addresses = new ArrayList<>(List.of(
                "/",
                "/search",
                "/search.json",
                "/search.csv",
                "/search.atom",
                "/data",
                "/data/catalog.ttl",
                "/log/certificate",
                "/quality"));
        for (String uid : uids) {
            for (String form :
                    List.of(".html", ".json", ".jsonld", ".ttl", ".nt", ".rdf", ".xml", ".txt", ".pdf", "/proof")) {
                addresses.add("/doc/" + uid + form);
            }
        }
        return addresses;
    }

    /** What recognition makes of the pictures of some public pages, and what a search for values finds. */
    private void assertThatNoneIsRead(RunningProgram program, List<String> uids, List<String> words) throws Exception {
        for (int i = READ - 1; i < uids.size(); i += READ) {
            byte[] pdf = program.ask("/doc/" + uids.get(i) + ".pdf").body();
            Path picture = folder.resolve("page.png");
            try (PDDocument document = Loader.loadPDF(pdf)) {
                BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 150, ImageType.RGB);
                ImageIO.write(image, "png", picture.toFile());
            }
            String read = new String(
                    program.get(Workers.class).run("record", picture, Map.of("name", "page.png")),
                    StandardCharsets.UTF_8);
            assertThat(words).noneMatch(read::contains);
            assertThat(Objects.requireNonNull(read)).contains("公示");
        }
        for (int i = 0; i < words.size(); i += words.size() / 20) {
            assertThat(program.found('"' + words.get(i) + '"')).as(words.get(i)).isEmpty();
        }
    }
}
