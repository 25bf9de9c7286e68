package org.gongbao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.notification.ReaderReport.Outcome;
import org.gongbao.notification.ReaderReport.Place;
import org.gongbao.notification.ReportIntake.Entry;
import org.gongbao.notification.ReportIntake.Result;
import org.gongbao.publication.Uid;
import org.gongbao.system.Database;
import org.gongbao.system.TestClock;
import org.gongbao.system.TestPostgres;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers' reports promise, on both databases. */
class ReaderReportsTest {

    private static final Uid DOCUMENT = Uid.mint();
    private static final Person EDITOR = new Person("p-editor", "编辑丁", null, Set.of(Role.EDITOR));

    @TempDir
    Path folder;

    private final List<String> trail = new ArrayList<>();
    private final TestClock clock = new TestClock(Instant.parse("2024-03-01T01:00:00.5Z"));
    private ReaderReports reports;
    private ReportIntake intake;

    private void on(String vendor, Consumer<Database> test) {
        String url =
                vendor.equals("sqlite") ? "jdbc:sqlite:" + folder.resolve("gongbao.db") : TestPostgres.newDatabase();
        try (Database database = Database.open(url)) {
            reports = new ReaderReports(
                    database,
                    (sql, actor, action, object, details) -> trail.add(actor + " " + action + " " + details),
                    clock);
            intake = new GuardedIntake(reports, 3, clock);
            test.accept(database);
        }
    }

    private Entry entry(String text, String contact) {
        return new Entry(DOCUMENT, 2, null, intake.token(DOCUMENT), "", text, contact, "192.0.2.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aReportIsKeptOnceAndClosedOnceWithAnEntryInTheTrail(String vendor) {
        on(vendor, database -> {
            Entry entry = entry(" 第三条的\r\n年份有误\u0000 ", "");
            assertThat(intake.receive(entry)).isEqualTo(Result.RECEIVED);
            assertThat(intake.receive(entry)).isEqualTo(Result.RECEIVED);

            ReaderReport report = reports.list(true, 0, 10).get(0);
            assertThat(reports.count(true)).isEqualTo(1);
            assertThat(report)
                    .returns("第三条的\n年份有误\uFFFD", ReaderReport::text)
                    .returns(2, ReaderReport::version)
                    .returns(null, ReaderReport::contact);

            assertThat(reports.close(EDITOR, report.id(), Outcome.NO_MISTAKE, "原文如此"))
                    .isTrue();
            assertThat(reports.close(EDITOR, report.id(), Outcome.CORRECTED, ""))
                    .isFalse();
            assertThat(reports.list(false, 0, 10).get(0).closing())
                    .isEqualTo(new ReaderReport.Closing(
                            Outcome.NO_MISTAKE, "原文如此", Instant.parse("2024-03-01T01:00:00Z"), EDITOR.id()));
            assertThat(trail).containsExactly("p-editor reader-report.close {outcome=no-mistake}");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void whoHasTheNumberSeesWhatCameOfAReportAndItsPlaceButNotItsWords(String vendor) {
        on(vendor, database -> {
            Place place = new Place("p_12", "到二〇二三年\u0000底");
            String token = intake.token(DOCUMENT);
            intake.receive(new Entry(DOCUMENT, 2, place, token, "", "年份有误", "", "192.0.2.7"));
            String number = intake.number(token);

            assertThat(number).matches("[0-9a-f]{24}").isNotEqualTo(intake.number(intake.token(DOCUMENT)));
            assertThat(reports.list(true, 0, 10).get(0).place()).isEqualTo(new Place("p_12", "到二〇二三年\uFFFD底"));
            assertThat(reports.receipt(number).orElseThrow())
                    .returns(DOCUMENT, ReportOutcomes.Receipt::uid)
                    .returns(null, ReportOutcomes.Receipt::outcome);
            assertThat(reports.receipt("0".repeat(24))).isEmpty();

            reports.close(EDITOR, reports.list(true, 0, 1).get(0).id(), Outcome.CORRECTED, "第三条");

            assertThat(reports.receipt(number).orElseThrow())
                    .returns(Outcome.CORRECTED, ReportOutcomes.Receipt::outcome)
                    .returns(Instant.parse("2024-03-01T01:00:00Z"), ReportOutcomes.Receipt::closedAt);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void whatReportsLedToIsSummedUpAndStaysWhenTheyAreDeleted(String vendor) {
        on(vendor, database -> {
            for (Outcome outcome : List.of(Outcome.CORRECTED, Outcome.CORRECTED, Outcome.ELSEWHERE)) {
                intake.receive(entry("甲", ""));
                String id = reports.list(true, 0, 1).get(0).id();
                reports.close(EDITOR, id, outcome, "");
                reports.close(EDITOR, id, outcome, "");
            }
            clock.move(ReaderReports.KEPT.plusSeconds(1));
            reports.tidy();

            assertThat(reports.count(false)).isZero();
            assertThat(reports.sums(DOCUMENT)).isEqualTo(Map.of(Outcome.CORRECTED, 2, Outcome.ELSEWHERE, 1));
            assertThat(reports.sums(Uid.mint())).isEmpty();

            reports.destroy(DOCUMENT);
            assertThat(reports.sums(DOCUMENT)).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void contactsAndClosedReportsGoAfterHalfAYearAndOpenOnesStay(String vendor) {
        on(vendor, database -> {
            intake.receive(entry("甲", "reader@yunzhou.example"));
            intake.receive(entry("乙", "reader@yunzhou.example"));
            ReaderReport first = reports.list(true, 0, 10).stream()
                    .filter(each -> each.text().equals("甲"))
                    .findFirst()
                    .orElseThrow();
            reports.close(EDITOR, first.id(), Outcome.DUPLICATE, "");

            clock.move(ReaderReports.KEPT);
            reports.tidy();
            assertThat(reports.list(true, 0, 10))
                    .extracting(ReaderReport::contact)
                    .containsOnly("reader@yunzhou.example");
            assertThat(reports.count(false)).isEqualTo(1);

            clock.move(Duration.ofSeconds(1));
            reports.tidy();
            assertThat(reports.count(false)).isZero();
            assertThat(reports.list(true, 0, 10))
                    .extracting(ReaderReport::text, ReaderReport::contact)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("乙", null));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void whatWasSaidOfAnErasedDocumentIsDestroyedWithIt(String vendor) {
        on(vendor, database -> {
            intake.receive(entry("甲", ""));
            assertThat(reports.destroy(Uid.mint())).isEmpty();
            assertThat(reports.count(true)).isEqualTo(1);

            assertThat(reports.destroy(DOCUMENT)).isEmpty();

            assertThat(reports.count(true)).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite"})
    void aFormIsKnownByItsTokenAloneAndNotForLong(String vendor) {
        on(vendor, database -> {
            String token = intake.token(DOCUMENT);
            Uid other = Uid.mint();
            assertThat(intake.receive(new Entry(other, 1, null, token, "", "甲", "", "192.0.2.7")))
                    .isEqualTo(Result.EXPIRED);
            for (String wrong : List.of("", "token", token + "x", "9" + token, token.replaceFirst("^1", "2"))) {
                assertThat(intake.receive(new Entry(DOCUMENT, 1, null, wrong, "", "甲", "", "192.0.2.7")))
                        .as(wrong)
                        .isEqualTo(Result.EXPIRED);
            }
            clock.move(FormTokens.LIFE.plusSeconds(1));
            assertThat(intake.receive(new Entry(DOCUMENT, 1, null, token, "", "甲", "", "192.0.2.7")))
                    .isEqualTo(Result.EXPIRED);
            assertThat(reports.count(true)).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite"})
    void machinesAndFloodsLeaveNothing(String vendor) {
        on(vendor, database -> {
            assertThat(intake.receive(new Entry(
                            DOCUMENT, 1, null, intake.token(DOCUMENT), "http://spam.example", "甲", "", "192.0.2.1")))
                    .isEqualTo(Result.RECEIVED);
            assertThat(intake.receive(entry(" \n ", ""))).isEqualTo(Result.EMPTY);
            assertThat(intake.receive(entry("𠮷".repeat(2_001), ""))).isEqualTo(Result.TOO_LONG);
            assertThat(intake.receive(entry("甲", "a".repeat(201)))).isEqualTo(Result.TOO_LONG);
            assertThat(reports.count(true)).isZero();

            assertThat(intake.receive(entry("𠮷".repeat(2_000), ""))).isEqualTo(Result.RECEIVED);
            intake.receive(entry("乙", ""));
            intake.receive(entry("丙", ""));
            assertThat(intake.receive(entry("丁", ""))).isEqualTo(Result.TOO_MANY);
            assertThat(intake.receive(new Entry(DOCUMENT, 1, null, intake.token(DOCUMENT), "", "戊", "", "2001:db8::1")))
                    .isEqualTo(Result.RECEIVED);
            clock.move(Duration.ofSeconds(20));
            assertThat(intake.receive(entry("丁", ""))).isEqualTo(Result.RECEIVED);
        });
    }
}
