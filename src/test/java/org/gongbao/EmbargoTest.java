package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongbao.bulk.Releases;
import org.gongbao.ingest.DocumentOutcome;
import org.gongbao.ingest.Ingest;
import org.gongbao.ingest.OutcomeKind;
import org.gongbao.publication.TimedReleases;
import org.gongbao.publication.Uid;
import org.gongbao.system.TestClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Until its minute the public cannot tell that a document waits for its release (定时发布): the same store answers every public
 * address byte for byte as before it came. One store is asked before and after, so that nothing random has to be left out.
 */
@Tag("slow")
@Timeout(900)
class EmbargoTest {

    private static final String CANARY = "kanarie9s5z";
    private static final String UNKNOWN = "h2apjkmwqcjj2t5p";
    private static final TestClock CLOCK = new TestClock(Instant.parse("2024-06-03T02:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void untilItsMinuteNoPublicAnswerDiffersByAByteAndThenTheDocumentIsEverywhereWithinAMinute() throws Exception {
        Path files = Files.createDirectories(folder.resolve("files"));
        Notices.write(files, 1);
        Notices.write(files, 2);
        Path marked = Files.writeString(
                folder.resolve(CANARY + ".txt"),
                Files.readString(Notices.write(folder, 3)).replace("河道", CANARY));
        try (RunningProgram program = RunningProgram.start(folder.resolve("data"), false, Moved.class)) {
            List<String> known = program.ingest(true, files).stream()
                    .map(outcome -> String.valueOf(outcome.uid()))
                    .toList();
            program.get(Releases.class).bringUpToDate();
            program.awaitCertificate(2);
            surface(program, known, UNKNOWN);
            Map<String, String> before = surface(program, known, UNKNOWN);
            assertThat(before).containsKey("/log/certificate");
            assertThat(before.get("/doc/UNKNOWN.json")).startsWith("404");

            DocumentOutcome made = program.ingest(false, marked).get(0);
            Uid uid = Objects.requireNonNull(made.uid());
            assertThat(surface(program, known, uid.value()))
                    .as("while it waits for review")
                    .isEqualTo(before);

            Instant moment = CLOCK.instant().plus(Duration.ofHours(1));
            schedule(program, uid, moment);
            assertThat(surface(program, known, uid.value()))
                    .as("once it is scheduled")
                    .isEqualTo(before);
            CLOCK.set(moment.minusSeconds(1));
            Thread.sleep(2500); // the timer looks every second
            assertThat(surface(program, known, uid.value()))
                    .as("a second before")
                    .isEqualTo(before);
            for (String part : List.of("archive/public", "certificates")) {
                assertThat(Canary.holding(folder.resolve("data").resolve(part), CANARY))
                        .as(part)
                        .isEmpty();
                assertThat(Canary.holding(folder.resolve("data").resolve(part), uid.value()))
                        .as(part)
                        .isEmpty();
            }

            long start = System.nanoTime();
            CLOCK.set(moment);
            awaitEverywhere(program, uid);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
            assertThat(surface(program, known, uid.value())).isNotEqualTo(before);
        }
    }

    @Test
    void publicMetricsDoNotTellWhatIsDoneAtTheDesk() throws Exception {
        try (RunningProgram program = RunningProgram.start(folder.resolve("data"), false)) {
            assertThat(program.ask("/desk/sign-in").statusCode()).isEqualTo(200);
            program.text("/search.json");
            assertThat(program.text("/metrics"))
                    .contains("uri=\"/search.{suffix}\"")
                    .doesNotContain("/desk", "submission", "schedul", "waiting_release");
        }
    }

    private static void schedule(RunningProgram program, Uid uid, Instant moment) throws InterruptedException {
        Ingest ingest = program.get(Ingest.class);
        var batch = ingest.publish(uid, moment).orElseThrow();
        ingest.awaitDone(batch, progress -> {});
        program.awaitCaughtUp();
        assertThat(ingest.outcomes(batch)).extracting(DocumentOutcome::kind).containsExactly(OutcomeKind.SCHEDULED);
        assertThat(program.get(TimedReleases.class).waiting(uid)).isPresent();
    }

    private static void awaitEverywhere(RunningProgram program, Uid uid) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (program.ask("/doc/" + uid + ".json").statusCode() != 200 && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        program.awaitCaughtUp();
        assertThat(program.found(CANARY)).containsExactly(uid.value());
        assertThat(program.text("/search.atom")).contains(CANARY);
        assertThat(program.text("/sitemaps/documents-1.xml")).contains("/doc/" + uid);
        assertThat(program.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"))
                .anyMatch(line -> line.contains(CANARY));
        assertThat(Release.awaitHolding(program, List.of(uid.value())).csv()).contains(CANARY);
        assertThat(program.text("/log/event/3")).contains(uid.value());
        assertThat(program.text("/doc/" + uid + "/proof")).contains(uid.value());
    }

    /** Every public answer by address, headers included; what only the moment of asking changes is left out. */
    private static Map<String, String> surface(RunningProgram program, List<String> known, String unknown)
            throws Exception {
        Map<String, String> all = new TreeMap<>();
        PublicCrawl.of(program, known).forEach((address, answer) -> all.put(address, timeless(answer)));
        all.put("/metrics", series(program));
        Release release = Release.awaitHolding(program, known);
        all.put("the release", release.manifest() + release.files());
        unlinked(unknown).forEach((name, address) -> {
            HttpResponse<byte[]> answer = program.ask(address);
            String text = answer.statusCode() + " " + answer.headers().map() + "\n"
                    + new String(answer.body(), StandardCharsets.UTF_8);
            all.put(name, timeless(text.replace(unknown, "UNKNOWN")));
        });
        return all;
    }

    /** Addresses that somebody may try who guesses that something is there. */
    private static Map<String, String> unlinked(String unknown) {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (String form : List.of("", ".html", ".json", ".jsonld", ".ttl", ".nt", ".rdf", ".xml", ".txt", ".pdf")) {
            addresses.put("/doc/UNKNOWN" + form, "/doc/" + unknown + form);
        }
        for (String below : List.of("/proof", "/versions", "/relations", "/at/2030-01-01", "/diff/1..2")) {
            addresses.put("/doc/UNKNOWN" + below, "/doc/" + unknown + below);
        }
        addresses.put("/id/doc/UNKNOWN", "/id/doc/" + unknown);
        addresses.put("/cited/UNKNOWN", "/cited/" + unknown);
        for (String address : List.of(
                "/livez",
                "/readyz",
                "/log/event/3",
                "/log/package/3/text.txt",
                "/cited",
                "/eli/cn/990100/yun-shui-zi/2024/3",
                "/feed.atom",
                "/sitemaps/documents-2.xml")) {
            addresses.put(address, address);
        }
        for (String query : List.of(CANARY, "云水字〔2024〕3号", "第3轮")) {
            String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
            for (String form : List.of("", ".json", ".csv", ".atom")) {
                addresses.put("/search" + form + " " + query, "/search" + form + "?q=" + encoded);
            }
        }
        return addresses;
    }

    /** Without the time of the answer, that of the language's cookie, random tokens of forms, and the server ending a connection. */
    private static String timeless(String answer) {
        return answer.replaceAll("(?i)\\bdate=\\[[^\\]]*\\]", "date=[…]")
                .replaceAll("name=\"token\" value=\"[^\"]*\"", "name=\"token\"")
                .replaceAll("; Expires=[^;]* GMT;", "; Expires=…;")
                .replaceAll("<responseDate>[^<]*", "<responseDate>…")
                .replace("connection=[close], ", "");
    }

    /** Names and labels: values of memory, time and requests are never the same twice. */
    private static String series(RunningProgram program) {
        Set<String> series = program.text("/metrics")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("jvm_"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
        return String.join("\n", series);
    }

    static class Moved {
        @Bean
        @Primary
        Clock testClock() {
            return CLOCK;
        }
    }
}
