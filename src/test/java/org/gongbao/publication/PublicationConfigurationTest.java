package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.gongbao.archive.Archive;
import org.gongbao.archive.OcflArchive;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.gongbao.system.GongbaoSettings;
import org.gongbao.system.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class PublicationConfigurationTest {

    @TempDir
    Path folder;

    private AnnotationConfigApplicationContext context() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(DataFolder.class, () -> new DataFolder(folder));
        context.registerBean(Database.class, () -> Database.open(TestStore.sqlite(folder)));
        context.registerBean(Clock.class, () -> new TestClock());
        context.registerBean(
                Archive.class,
                () -> new OcflArchive(
                        context.getBean(DataFolder.class),
                        context.getBean(Database.class),
                        context.getBean(Clock.class)));
        context.registerBean(
                GongbaoSettings.class,
                () -> new GongbaoSettings(
                        folder,
                        URI.create("http://localhost:8080"),
                        ZoneId.of("Asia/Shanghai"),
                        "云州市人民政府办公室",
                        true,
                        null));
        context.registerBean(FileProjection.class, () -> new FileProjection("pages", folder));
        context.registerBean(PublicationGate.class, Closed::new);
        context.register(PublicationConfiguration.class);
        context.refresh();
        return context;
    }

    /** Holds back what is titled 内部. */
    private static final class Closed implements PublicationGate {
        @Override
        public String name() {
            return "closed";
        }

        @Override
        public List<String> obstacles(org.gongbao.record.DocumentRecord working, PackageContent content) {
            return "内部".equals(working.title()) ? List.of("titled 内部") : List.of();
        }
    }

    @Test
    void theBeansPublishThroughEveryGateAndEveryProjectionFollows() {
        try (AnnotationConfigApplicationContext context = context()) {
            Publisher publisher = context.getBean(Publisher.class);
            publisher.publish(Uid.mint(), Papers.notice(1), Papers.content(Papers.notice(1)), LogEvent.Type.RELEASED);
            assertThat(publisher.publish(
                            Uid.mint(),
                            Papers.notice(2, "内部"),
                            Papers.content(Papers.notice(2)),
                            LogEvent.Type.RELEASED))
                    .isInstanceOf(Publisher.Outcome.Held.class);

            DisseminationEngine engine = context.getBean(DisseminationEngine.class);
            assertThat(engine.awaitCaughtUp(Duration.ofSeconds(20))).isTrue();
            engine.rebuildAll();
            assertThat(engine.names()).containsExactly("archive", "pages");
            assertThat(context.getBean(FileProjection.class).documents()).hasSize(1);
            assertThat(context.getBean(PublishedDocuments.class).count()).isEqualTo(1);
            assertThat(context.getBean(TransparencyLog.class).isOfSamples()).isTrue();
            assertThat(context.getBean(LogAudit.class).run()).isEmpty();
        }
        try (AnnotationConfigApplicationContext again = context()) {
            assertThat(again.getBean(PublishedDocuments.class).count()).isEqualTo(1);
            assertThat(again.getBean(DisseminationEngine.class).awaitCaughtUp(Duration.ofSeconds(20)))
                    .isTrue();
        }
    }
}
