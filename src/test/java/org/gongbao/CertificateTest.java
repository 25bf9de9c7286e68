package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.gongbao.linkeddata.GraphDamage;
import org.gongbao.publication.Certificate;
import org.gongbao.publication.Certificates;
import org.gongbao.publication.Compared;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.TransparencyLog;
import org.gongbao.publication.Uid;
import org.gongbao.search.IndexDamage;
import org.gongbao.system.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** After publishing pauses a certificate says that everything holds the same; what does not is named, and repaired. */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(600)
class CertificateTest {

    private static final List<String> PARTS = List.of("register", "packages", "search", "feed", "linkeddata", "bulk");

    @TempDir
    Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private List<String> publish(RunningProgram program, int... numbers) throws Exception {
        List<String> uids = new ArrayList<>();
        for (int number : numbers) {
            Path file = Notices.write(folder.resolve("files"), number);
            uids.add(String.valueOf(program.ingest(true, file).get(0).uid()));
        }
        return uids;
    }

    @Test
    void afterPublishingPausesEveryPartIsComparedAndTheCertificateIsSignedForEverybody() throws Exception {
        try (RunningProgram program = RunningProgram.start(data(), false)) {
            assertThat(program.ask("/log/certificate").statusCode()).isEqualTo(404);
            publish(program, 1, 2, 3);

            assertThat(program.awaitCertificate(3).differing()).isZero();
            assertThat(program.get(Certificates.class).ofEverything()).isEmpty();
            Certificate first = program.awaitCertificate(3);

            assertThat(first.scope()).isEqualTo("all");
            assertThat(first.compared()).extracting(Compared::name).containsExactlyInAnyOrderElementsOf(PARTS);
            String digest = digestOfLeaves(program);
            for (Compared part : first.compared()) {
                assertThat(part.documents()).as(part.name()).isEqualTo(3);
                assertThat(part.digest()).as(part.name()).isEqualTo(digest);
                assertThat(part.repaired().count() + part.differing().count()).isZero();
            }
            publish(program, 4);
            Certificate second = program.awaitCertificate(4);
            assertThat(second.scope()).isEqualTo("changed");
            assertThat(second.everything()).isEqualTo(first.everything());
            assertThat(second.compared()).extracting(Compared::documents).containsOnly(1L);
            HttpResponse<byte[]> answer = program.ask("/log/certificate");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
            String key = program.text("/log/key").strip();
            assertThatTheKeyAloneVerifies(new String(answer.body(), StandardCharsets.UTF_8), key);
            assertThatEveryChangedByteIsFound(answer.body(), key);
            assertThat(program.text("/metrics"))
                    .contains("gongbao_certificate_position 4.0", "gongbao_certificate_differing 0.0");
            assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("河道", "云州", "notice-");
        }
    }

    @Test
    void whatIsChangedBehindTheProgramIsNamedAndRepaired(CapturedOutput said) throws Exception {
        String damaged;
        try (RunningProgram program = RunningProgram.start(data(), false)) {
            List<String> uids = publish(program, 1, 2, 3, 4, 5);
            program.awaitCertificate(5);
            StoreDump before = StoreDump.of(program);
            IndexDamage.change(program.bean("solrConnection"), uids.get(0), "title", "另一个标题");
            IndexDamage.change(program.bean("solrConnection"), uids.get(1), "published_at", "2001-01-01T00:00:00Z");
            GraphDamage.drop(program.bean("tripleStore"), program.bean("vocabulary"), uids.get(2));
            changeLine(uids.get(3));
            assertThat(program.text("/search.csv")).contains("另一个标题");

            assertThat(program.get(Certificates.class).ofEverything()).isEmpty();

            Certificate certificate = program.awaitCertificate(5);
            assertThat(part(certificate, "search").repaired().first())
                    .containsExactlyInAnyOrder(uids.get(0), uids.get(1));
            assertThat(part(certificate, "linkeddata").repaired().first()).containsExactly(uids.get(2));
            assertThat(part(certificate, "bulk").repaired().first())
                    .containsExactlyInAnyOrder(uids.get(3), "documents.ndjson.gz");
            assertThat(certificate.differing()).isZero();
            assertThat(certificate.compared()).extracting(Compared::documents).containsOnly(5L);
            assertThat(StoreDump.of(program)).isEqualTo(before);
            assertThat(said).contains("WARN", "search differed from what is published and was repaired");
            assertThat(program.get(Certificates.class).ofEverything()).isEmpty();
            assertThat(program.awaitCertificate(5).compared())
                    .as("nothing is left to repair")
                    .allMatch(part -> part.repaired().count() == 0);
            damaged = flip(data().resolve("bulk"), "documents.csv.gz");
        }
        Commands.Result verified =
                Commands.run("verify", "--gongbao.data=" + data(), "--gongbao.base-uri=" + RunningProgram.BASE);
        assertThat(verified.status()).as(verified.out() + verified.err()).isZero();
        try (RunningProgram program = RunningProgram.start(data(), false)) {
            Certificate made = program.awaitCertificate(5);
            assertThat(made.scope()).isEqualTo("all");
            assertThat(part(made, "bulk").repaired().first()).containsExactly(damaged);
        }
    }

    @Test
    void whatCannotBeRepairedIsReported(CapturedOutput said) throws Exception {
        try (RunningProgram program = RunningProgram.start(data(), false)) {
            List<String> uids = publish(program, 1, 2);
            program.awaitCertificate(2);
            Path record = packageFile(program, uids.get(0), "record.json");
            flip(record);

            assertThat(program.get(Certificates.class).ofEverything())
                    .containsExactly("packages: " + uids.get(0) + " differs from what is published");

            Certificate certificate = program.awaitCertificate(2);
            assertThat(part(certificate, "packages").differing().first()).containsExactly(uids.get(0));
            assertThat(part(certificate, "packages").documents()).isEqualTo(1);
            assertThat(certificate.differing()).isEqualTo(1);
            assertThat(program.text("/metrics")).contains("gongbao_certificate_differing 1.0");
            assertThat(said).contains("packages: " + uids.get(0) + " differs");
            assertThat(program.found("")).as("nothing is taken away for it").containsExactlyInAnyOrderElementsOf(uids);

            flip(record);
            publish(program, 3);
            Certificate next = program.awaitCertificate(3);
            assertThat(next.scope())
                    .as("differences are looked at again by the next one")
                    .isEqualTo("all");
            assertThat(next.differing()).isZero();

            program.get(Database.class)
                    .write(sql -> sql.sql("update document set state = 'withdrawn' where uid = ?")
                            .param(uids.get(1))
                            .update());
            assertThat(program.get(Certificates.class).ofEverything())
                    .containsExactly("register: " + uids.get(1) + " differs from what is published");
            assertThat(program.found(""))
                    .as("projections do not follow a damaged register")
                    .contains(uids.get(1));
        }
    }

    private static Compared part(Certificate certificate, String name) {
        return certificate.compared().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** As whoever has the log's leaves can make it. */
    private static String digestOfLeaves(RunningProgram program) throws Exception {
        StringBuilder lines = new StringBuilder();
        program.get(TransparencyLog.class).eventsAfter(0, 1000).stream()
                .sorted(java.util.Comparator.comparing(LogEvent::uid))
                .forEach(event -> lines.append(event.uid() + " " + event.version() + " " + event.sha256() + "\n"));
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** By the JDK's own Ed25519, from the bytes of the answer and the key alone. */
    private static void assertThatTheKeyAloneVerifies(String answer, String key) throws Exception {
        String middle = ",\"signature\":\"";
        int end = answer.lastIndexOf(middle);
        String certificate = answer.substring("{\"certificate\":".length(), end);
        String line = answer.substring(end + middle.length(), answer.length() - 2);
        byte[] signature = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
        byte[] raw = Base64.getDecoder().decode(key.substring(key.indexOf('+', key.indexOf('+') + 1) + 1));
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] encoded = Arrays.copyOf(prefix, prefix.length + 32);
        System.arraycopy(raw, 1, encoded, prefix.length, 32);
        Signature ed25519 = Signature.getInstance("Ed25519");
        ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        ed25519.update(("gongbao-certificate/1\n" + certificate + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(ed25519.verify(Arrays.copyOfRange(signature, 4, 68))).isTrue();
    }

    private static void assertThatEveryChangedByteIsFound(byte[] json, String key) {
        assertThat(Certificate.verify(json, key).position()).isEqualTo(4);
        for (int place = 0; place < json.length; place++) {
            byte[] changed = json.clone();
            changed[place] ^= 1;
            assertThatThrownBy(() -> Certificate.verify(changed, key))
                    .as("byte " + place)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Changes a character in the line of a document; the file stays one that can be unpacked. */
    private void changeLine(String uid) throws IOException {
        Path file = find(data().resolve("bulk"), "documents.ndjson.gz");
        List<String> lines;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (String line : lines) {
                String written = line.contains("\"uid\":\"" + uid) ? line.replaceFirst("河道", "河流") : line;
                out.write((written + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static Path packageFile(RunningProgram program, String uid, String name) {
        PublishedDocuments documents = program.get(PublishedDocuments.class);
        PublishedDocuments.PublicState state = documents.find(new Uid(uid)).orElseThrow();
        PublishedDocument document = ((PublishedDocuments.PublicState.Public) state).document();
        return document.content().file(name).orElseThrow().path();
    }

    private static Path find(Path root, String name) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.endsWith(name))
                    .max(java.util.Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    private static String flip(Path root, String name) throws IOException {
        flip(find(root, name));
        return name;
    }

    private static void flip(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            int old = bytes.read();
            bytes.seek(bytes.length() / 2);
            bytes.write(old ^ 1);
        }
    }
}
