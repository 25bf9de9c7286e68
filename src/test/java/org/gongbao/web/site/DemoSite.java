package org.gongbao.web.site;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongbao.linkeddata.DocumentGraphs;
import org.gongbao.publication.CitedStubs;
import org.gongbao.publication.DocumentHistory;
import org.gongbao.publication.FollowedEvents;
import org.gongbao.publication.GazetteHoldings;
import org.gongbao.publication.IndexableDocuments;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.NumberAddress;
import org.gongbao.publication.NumberedDocuments;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.Relation;
import org.gongbao.publication.RightsSettings;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.search.AgencyCounts;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.DutySearch;
import org.gongbao.search.Places;
import org.gongbao.search.UnavailableSearch;
import org.gongbao.system.GongbaoSettings;
import org.gongbao.web.LoadingProgress;
import org.gongbao.web.WebConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The public pages over documents of an invented city, for looking at them in a browser and for tests. It carries no
 * stereotype, so that no scan finds it.
 */
@EnableAutoConfiguration
@Import({WebConfiguration.class, SiteConfiguration.class, DemoApi.class, Brokenness.class})
public class DemoSite {

    static final String STUB = "00112233445566778899";
    static final String STUB_THAT_CAME = "aa112233445566778899";
    static final Instant NOW = Instant.parse("2023-06-01T02:00:00Z");

    public static void main(String[] args) {
        System.out.println("http://127.0.0.1:" + port(start(args)));
    }

    /** Starts the pages; on a free port unless the arguments name one. */
    static ConfigurableApplicationContext start(String... args) {
        return new SpringApplicationBuilder(DemoSite.class)
                .properties(
                        "server.address=127.0.0.1",
                        "spring.main.banner-mode=off",
                        "management.endpoint.health.validate-group-membership=false")
                .run(withPort(args));
    }

    /** Only an argument goes before the port in {@code application.yml}. */
    private static String[] withPort(String... args) {
        boolean isNamed = Arrays.stream(args).anyMatch(arg -> arg.startsWith("--server.port="));
        return isNamed
                ? args
                : Stream.concat(Stream.of("--server.port=0"), Arrays.stream(args))
                        .toArray(String[]::new);
    }

    static int port(ConfigurableApplicationContext site) {
        return ((WebServerApplicationContext) site).getWebServer().getPort();
    }

    @Bean
    GongbaoSettings settings(org.springframework.core.env.Environment environment) {
        return new GongbaoSettings(
                Path.of("target/demo"),
                URI.create("https://gongbao.yunzhou.example"),
                ZoneId.of("Asia/Shanghai"),
                "云州市人民政府办公室",
                environment.getProperty("gongbao.samples", Boolean.class, true),
                null);
    }

    /** Orders have a statement of their own, and no licence. */
    @Bean
    RightsSettings rights() {
        RightsSettings standard = RightsSettings.standard();
        return new RightsSettings(
                standard.licence(),
                standard.zh(),
                standard.en(),
                List.of(new RightsSettings.ByKind(
                        List.of("命令"), null, "政府规章以正式版本为准。", "Of rules the official text counts.")));
    }

    @Bean
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Bean
    PublishedDocuments documents() {
        return DemoDocuments.all();
    }

    /** Every document was released once; the plan was corrected since, for a reason that tries to be markup. */
    @Bean
    DocumentHistory history(PublishedDocuments documents) {
        return new DocumentHistory() {
            @Override
            public List<Step> history(Uid uid) {
                List<Step> steps = new ArrayList<>();
                if (documents.find(uid).isPresent()) {
                    steps.add(step(1, LogEvent.Type.RELEASED, uid, null));
                }
                if (uid.equals(DemoDocuments.PLAN)) {
                    steps.add(step(2, LogEvent.Type.CORRECTED, uid, "第三条漏字<script>alert(1)</script>"));
                    steps.add(step(3, LogEvent.Type.REVISED, uid, null));
                }
                return steps;
            }

            @Override
            public Instant changedAt(PublishedDocument document) {
                return document.versionAt();
            }

            @Override
            public int firstReadable(Uid uid) {
                return 1;
            }

            @Override
            public Optional<PublicPackage> version(Uid uid, int version) {
                if (version > 3
                        || !(documents.find(uid).orElse(null) instanceof PublishedDocuments.PublicState.Public open)) {
                    return Optional.empty();
                }
                DocumentRecord record = open.document().record();
                return Optional.of(
                        version == 1 ? first(uid, record) : open.document().content());
            }
        };
    }

    /** The first version had another number, a line more and other words in the first line. */
    private static PublicPackage first(Uid uid, DocumentRecord record) {
        DocumentRecord before = record.toBuilder()
                .documentNumber("云政办字〔2023〕21号")
                .text("<b>旧</b>" + record.text() + "\n末行")
                .build();
        return new PublicPackage(uid, 1, before, List.of());
    }

    private static DocumentHistory.Step step(int version, LogEvent.Type type, Uid uid, @Nullable String reason) {
        String digest = "0".repeat(64);
        return new DocumentHistory.Step(new LogEvent(version, NOW, type, uid, version, digest, digest), reason);
    }

    /** One document that is cited and not here, and one that has come since. */
    @Bean
    CitedStubs stubs() {
        Relation repeal = new Relation("废止", false, DemoDocuments.CLEANUP, "云州市清理决定", null, "《云州市集市管理办法》同时废止");
        Map<String, CitedStubs.Stub> stubs = Map.of(
                STUB,
                new CitedStubs.Stub(STUB, "云州市集市管理办法", "云政发〔2001〕9号", "云州市人民政府", null, List.of(repeal)),
                STUB_THAT_CAME,
                new CitedStubs.Stub(STUB_THAT_CAME, "实施方案", null, null, DemoDocuments.PLAN, List.of(repeal)));
        return new CitedStubs() {
            @Override
            public Optional<CitedStubs.Stub> find(String key) {
                return Optional.ofNullable(stubs.get(key));
            }

            @Override
            public Optional<CitedStubs.Stub> ofNumber(String number) {
                return stubs.values().stream()
                        .filter(stub -> number.equals(stub.documentNumber()))
                        .findFirst();
            }
        };
    }

    /** The plan's number, once read otherwise; some that several documents bear or did, and one of a document that was withdrawn. */
    @Bean
    NumberedDocuments numbers() {
        Map<NumberAddress, NumberedDocuments.Answer> answers = Map.of(
                DemoDocuments.PLAN_NUMBER,
                new NumberedDocuments.Answer.One(DemoDocuments.PLAN),
                number(21),
                new NumberedDocuments.Answer.Corrected(DemoDocuments.PLAN, DemoDocuments.PLAN_NUMBER),
                number(30),
                new NumberedDocuments.Answer.Several(List.of(DemoDocuments.DECREE, DemoDocuments.HOSTILE)),
                number(31),
                new NumberedDocuments.Answer.Several(Stream.concat(
                                Collections.nCopies(51, DemoDocuments.DECREE).stream(),
                                Stream.of(DemoDocuments.HOSTILE))
                        .toList()),
                number(32),
                new NumberedDocuments.Answer.Several(List.of(DemoDocuments.DECREE, DemoDocuments.WITHDRAWN)),
                number(33),
                new NumberedDocuments.Answer.Several(List.of(DemoDocuments.WITHDRAWN)),
                number(40),
                new NumberedDocuments.Answer.Gone(DemoDocuments.WITHDRAWN),
                number(50),
                new NumberedDocuments.Answer.Unnumbered(DemoDocuments.DECREE));
        return address -> Optional.ofNullable(answers.get(address));
    }

    private static NumberAddress number(int sequence) {
        return new NumberAddress("990100", "yun-zheng-ban-zi", 2023, sequence);
    }

    /** A series with an issue that is missing and one of which a document is here alone. */
    @Bean
    GazetteHoldings holdings() {
        return () -> List.of(new GazetteHoldings.Series(
                "云州市人民政府公报",
                List.of(new GazetteHoldings.Year(
                        2023,
                        List.of(
                                new GazetteHoldings.Issue(1, null, 2),
                                new GazetteHoldings.Issue(4, DemoDocuments.ISSUE, 0)),
                        List.of(2, 3)))));
    }

    @Bean
    IndexableDocuments indexable(PublishedDocuments documents) {
        return new IndexableDocuments() {
            @Override
            public long position() {
                return documents.position();
            }

            @Override
            public List<Entry> shelf(int number) {
                return documents
                        .all()
                        .filter(document -> document.terms().mayBeIndexed())
                        .map(document -> new Entry(document.uid(), document.versionAt()))
                        .toList();
            }
        };
    }

    @Bean
    DocumentSearch search(PublishedDocuments documents, org.springframework.core.env.Environment environment) {
        return environment.getProperty("demo.search-away", Boolean.class, false)
                ? new UnavailableSearch()
                : new FakeSearch((FakeDocuments) documents);
    }

    /** Without duties; they are tried over the real index. */
    @Bean
    DutySearch duties() {
        return new FakeDuties();
    }

    @Bean
    Places places() {
        return Places.over(null);
    }

    @Bean
    AgencyCounts agencies(PublishedDocuments documents, org.springframework.core.env.Environment environment) {
        return new FakeAgencies(
                (FakeDocuments) documents, environment.getProperty("demo.search-away", Boolean.class, false));
    }

    /** The decree was published, and then the plan cited it and another document that is for its own page only. */
    @Bean
    FollowedEvents events() {
        return new FakeEvents();
    }

    @Bean
    DocumentGraphs graphs() {
        return new FakeGraphs();
    }

    @Bean
    FakeReports reports() {
        return new FakeReports();
    }

    @Bean
    FakeIntake subscriptions() {
        return new FakeIntake();
    }

    @Bean
    LoadingProgress progress(org.springframework.core.env.Environment environment) {
        int total = environment.getProperty("demo.loading", Integer.class, 0);
        return () -> new LoadingProgress.State(total / 3, total);
    }
}
