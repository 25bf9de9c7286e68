package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.archive.Archive;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Publisher.Outcome;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.PersonalDatum;
import org.junit.jupiter.api.Test;

/** What publishing promises on every database. */
abstract class PublicationContract extends StoreContract {

    @Test
    void aPublishedDocumentIsFoundWithTheFilesOfItsPackage() throws Exception {
        DocumentRecord record = Papers.notice(12);
        Uid uid = Uid.mint();

        Outcome outcome =
                store.publisher.publish(uid, record, Papers.withFile(record, folder, "%PDF"), LogEvent.Type.RELEASED);

        assertThat(outcome).isInstanceOf(Outcome.Published.class);
        PublishedDocument document = store.document(uid);
        assertThat(document.record()).isEqualTo(record);
        assertThat(document.version()).isEqualTo(1);
        assertThat(document.position()).isEqualTo(1);
        assertThat(document.releasedAt()).isEqualTo(store.clock.instant());
        assertThat(document.content().files())
                .extracting(PublicPackage.File::name)
                .containsExactly("document.pdf", "record.json", "text.txt");
        PublicPackage.File pdf = document.content().file(PackageContent.PDF).orElseThrow();
        assertThat(Files.readString(pdf.path())).isEqualTo("%PDF");
        assertThat(pdf.mediaType()).isEqualTo("application/pdf");
        assertThat(Files.readString(
                        document.content().file("text.txt").orElseThrow().path()))
                .isEqualTo(record.text());
    }

    @Test
    void anUnknownIdentifierIsNotFound() {
        assertThat(store.documents.find(Uid.mint())).isEmpty();
        assertThat(store.documents.count()).isZero();
        assertThat(store.documents.position()).isZero();
    }

    @Test
    void whatEveryGateSaysIsListedAndNothingIsAppended() {
        gates.add(new NamedGate("secrecy", List.of("marked 内部", "marked 秘密")));
        gates.add(new NamedGate("mode", List.of("stated mode is 依申请公开")));
        gates.add(new NamedGate("open", List.of()));
        reopen();

        Outcome outcome = store.publisher.publish(
                Uid.mint(), Papers.notice(1), Papers.content(Papers.notice(1)), LogEvent.Type.RELEASED);

        assertThat(outcome)
                .isEqualTo(new Outcome.Held(List.of(
                        new Obstacle("secrecy", "marked 内部"),
                        new Obstacle("secrecy", "marked 秘密"),
                        new Obstacle("mode", "stated mode is 依申请公开"))));
        assertThat(store.log.size()).isZero();
        assertThat(store.archive.publicObjects("package/")).isEmpty();
    }

    @Test
    void placesOfPersonalDataStayInside() {
        DocumentRecord record = Papers.notice(3).toBuilder()
                .personalData(List.of(new PersonalDatum("mobile", 0, 2, 1, "mask")))
                .items(List.of(Papers.notice(4).toBuilder()
                        .personalData(List.of(new PersonalDatum("mobile", 0, 2, 1, "mask")))
                        .build()))
                .build();

        DocumentRecord shown = store.document(store.publish(record)).record();

        assertThat(shown.personalData()).isEmpty();
        assertThat(shown.items().get(0).personalData()).isEmpty();
    }

    @Test
    void publishingTheSameContentAgainChangesNothing() {
        Uid uid = store.publish(Papers.notice(5));

        Outcome again =
                store.publisher.publish(uid, Papers.notice(5), Papers.content(Papers.notice(5)), LogEvent.Type.REVISED);

        assertThat(again).isEqualTo(new Outcome.Unchanged(uid, 1));
        assertThat(store.log.size()).isEqualTo(1);
    }

    @Test
    void aRevisionIsTheNextVersionAndTheEarlierOneCanStillBeRead() {
        Uid uid = store.publish(Papers.notice(5, "旧题"));

        store.publisher.publish(
                uid, Papers.notice(5, "新题"), Papers.content(Papers.notice(5, "新题")), LogEvent.Type.CORRECTED);

        assertThat(store.document(uid).record().title()).isEqualTo("新题");
        assertThat(store.document(uid).version()).isEqualTo(2);
        assertThat(store.documents.version(uid, 1).orElseThrow().record().title())
                .isEqualTo("旧题");
        assertThat(store.log.events(uid))
                .extracting(LogEvent::event)
                .containsExactly(LogEvent.Type.RELEASED, LogEvent.Type.CORRECTED);
    }

    @Test
    void aWithdrawnDocumentLeavesItsPublicReasonAlone() {
        Uid uid = store.publish(Papers.notice(6));
        store.clock.move(Duration.ofHours(1));

        LogEvent event = store.publisher.withdraw(uid, "依法撤下");

        assertThat(store.documents.find(uid))
                .contains(new PublicState.Gone(uid, LogEvent.Type.WITHDRAWN, store.clock.instant(), "依法撤下"));
        assertThat(store.documents.version(uid, 1)).isEmpty();
        assertThat(store.documents.count()).isZero();
        assertThat(store.documents.all()).isEmpty();
        assertThat(event.sha256()).isEqualTo(store.log.events(uid).get(0).sha256());
        assertThatThrownBy(() -> store.publisher.withdraw(uid, "再撤")).hasMessageContaining("not public");
        assertThat(store.log.size()).isEqualTo(2);
    }

    @Test
    void aWithdrawnDocumentCanBeReleasedAgainAsANewVersion() {
        Uid uid = store.publish(Papers.notice(6));
        store.publisher.withdraw(uid, "依法撤下");

        store.publisher.publish(uid, Papers.notice(6), Papers.content(Papers.notice(6)), LogEvent.Type.REVISED);

        assertThat(store.document(uid).version()).isEqualTo(2);
        assertThat(store.log.events(uid).get(2).event()).isEqualTo(LogEvent.Type.RELEASED);
        assertThat(store.audit.run()).isEmpty();
    }

    @Test
    void aPackageLeftBehindByAKillIsUsedByTheNextTry() throws Exception {
        Uid uid = Uid.mint();
        DocumentRecord record = Papers.notice(7);
        Path left = Files.createDirectories(folder.resolve("left"));
        PackageStore.Stored stored =
                store.packages.store(uid, 1, store.packages.draft(Papers.content(record), left), 0, left);
        reopen();

        Outcome outcome = store.publisher.publish(uid, record, Papers.content(record), LogEvent.Type.RELEASED);

        LogEvent event = ((Outcome.Published) outcome).event();
        assertThat(event.sha256()).isEqualTo(Digests.sha256(stored.manifest()));
        assertThat(store.archive.latest("package/" + uid)).isEqualTo(1);
        assertThat(store.audit.run()).isEmpty();
    }

    @Test
    void aPackageLeftBehindIsStoredAndForcedAgainBeforeItIsUsed() throws Exception {
        Uid uid = Uid.mint();
        Path left = Files.createDirectories(folder.resolve("left"));
        PackageStore.Draft draft = store.packages.draft(Papers.content(Papers.notice(7)), left);
        store.packages.store(uid, 1, draft, 0, left);
        List<Object> stored = new ArrayList<>();
        Archive watched = (Archive) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Archive.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("store")) {
                        stored.add(arguments[0] + " " + arguments[1]);
                    }
                    return method.invoke(store.archive, arguments);
                });

        new PackageStore(watched).store(uid, 1, draft, 0, left);

        assertThat(stored).containsExactly("package/" + uid + " 1");
        assertThat(store.archive.latest("package/" + uid)).isEqualTo(1);
    }

    @Test
    void aPackageLeftBehindWithOtherContentIsPassedOver() throws Exception {
        Uid uid = Uid.mint();
        Path left = Files.createDirectories(folder.resolve("left"));
        store.packages.store(uid, 1, store.packages.draft(Papers.content(Papers.notice(7)), left), 0, left);

        store.publisher.publish(uid, Papers.notice(8), Papers.content(Papers.notice(8)), LogEvent.Type.RELEASED);

        assertThat(store.document(uid).record()).isEqualTo(Papers.notice(8));
        assertThat(store.document(uid).version()).isEqualTo(1);
        assertThat(store.archive.latest("package/" + uid)).isEqualTo(2);
        assertThat(store.audit.run()).isEmpty();
    }

    @Test
    void aScheduledReleaseIsNowhereBeforeItsMomentAndPublicAtIt() {
        Uid uid = Uid.mint();
        Instant moment = store.clock.instant().plus(Duration.ofHours(2));
        DocumentRecord record = Papers.notice(9);

        assertThat(store.scheduled.schedule(
                        uid, record, Papers.withFile(record, folder, "%PDF"), LogEvent.Type.RELEASED, moment))
                .isEmpty();
        store.clock.move(Duration.ofMinutes(119));
        assertThat(store.scheduled.releaseDue()).isEmpty();
        assertThat(store.documents.find(uid)).isEmpty();
        assertThat(store.archive.publicObjects("package/")).isEmpty();
        reopen();
        store.clock.move(Duration.ofMinutes(120));

        assertThat(store.scheduled.releaseDue()).hasSize(1);
        assertThat(store.document(uid).record()).isEqualTo(record);
        assertThat(store.document(uid).content().file(PackageContent.PDF)).isPresent();
        assertThat(store.document(uid).releasedAt()).isEqualTo(moment);
        assertThat(store.scheduled.releaseDue()).isEmpty();
        assertThat(store.scheduled.waiting()).isEmpty();
    }

    @Test
    void gatesAreAskedAgainAtTheMomentOfRelease() {
        Uid uid = Uid.mint();
        store.scheduled.schedule(
                uid, Papers.notice(9), Papers.content(Papers.notice(9)), LogEvent.Type.RELEASED, store.clock.instant());
        gates.add(new NamedGate("secrecy", List.of("marked 内部")));
        reopen();

        assertThat(store.scheduled.releaseDue())
                .singleElement()
                .satisfies(released -> assertThat(released.outcome()).isInstanceOf(Outcome.Held.class));
        assertThat(store.scheduled.waiting())
                .extracting(TimedReleases.Waiting::problem)
                .containsExactly("marked 内部");
        assertThat(store.documents.find(uid)).isEmpty();
        assertThat(store.scheduled.releaseDue()).isEmpty();
    }

    private void schedule(Uid uid, int number, Duration in) {
        assertThat(store.scheduled.schedule(
                        uid,
                        Papers.notice(number),
                        Papers.withFile(Papers.notice(number), folder, "%PDF"),
                        LogEvent.Type.RELEASED,
                        store.clock.instant().plus(in)))
                .isEmpty();
    }

    @Test
    void aReleaseThatFailsKeepsNoOtherWaitingAndIsTriedAgainLater() throws Exception {
        Uid broken = Uid.mint();
        Uid sound = Uid.mint();
        schedule(broken, 1, Duration.ofMinutes(1));
        schedule(sound, 2, Duration.ofMinutes(2));
        Path away = Files.move(folder.resolve("scheduled/" + broken), folder.resolve("away"));
        store.clock.move(Duration.ofMinutes(3));

        assertThat(store.scheduled.releaseDue())
                .extracting(ScheduledReleases.Released::uid)
                .containsExactly(sound);
        Files.move(away, folder.resolve("scheduled/" + broken));
        assertThat(store.scheduled.releaseDue()).as("too early").isEmpty();
        store.clock.move(Duration.ofMinutes(1));
        assertThat(store.scheduled.releaseDue())
                .extracting(ScheduledReleases.Released::uid)
                .containsExactly(broken);
        assertThat(store.scheduled.waiting()).isEmpty();
    }

    @Test
    void aWithdrawalTakesAReleaseThatWaitsBack() {
        Uid uid = store.publish(Papers.notice(3));
        schedule(uid, 4, Duration.ofMinutes(1));
        store.publisher.withdraw(uid, "依法撤下");
        store.clock.move(Duration.ofMinutes(2));

        assertThat(store.scheduled.releaseDue()).isEmpty();
        assertThat(store.documents.find(uid).orElseThrow()).isInstanceOf(PublicState.Gone.class);
        store.scheduled.tidy();
        assertThat(folder.resolve("scheduled")).isEmptyDirectory();
    }

    @Test
    void anotherReleaseOfADocumentReplacesTheFirstOnlyWhenAllOfItIsKept() throws Exception {
        Uid uid = Uid.mint();
        schedule(uid, 5, Duration.ofMinutes(1));
        Path half = Files.createDirectories(folder.resolve("scheduled/" + uid + "/000000002"));
        Files.writeString(half.resolve("working.json"), "{");
        reopen();

        schedule(uid, 6, Duration.ofMinutes(2));
        store.clock.move(Duration.ofMinutes(1));
        assertThat(store.scheduled.releaseDue()).isEmpty();
        store.clock.move(Duration.ofMinutes(1));
        assertThat(store.scheduled.releaseDue()).hasSize(1);
        assertThat(store.document(uid).record()).isEqualTo(Papers.notice(6));
    }

    @Test
    void whatIsTakenDownConfirmedAndErasedIsGoneForGood() {
        Person first = new Person("p1", "甲", null, Set.of(Role.CHIEF_EDITOR));
        Person second = new Person("p2", "乙", null, Set.of(Role.CHIEF_EDITOR));
        Uid uid = store.publish(Papers.notice(1));
        store.takedowns.takeDown(uid, first, "依法撤下");
        assertThat(store.takedowns.open()).extracting(Takedown::uid).containsExactly(uid);
        store.takedowns.confirm(uid, second);

        assertThat(store.erasure.erase(uid, new Erasure.Request("p1", "p2", "依法销毁")))
                .isEmpty();

        assertThat(store.documents.find(uid))
                .contains(new PublicState.Gone(uid, LogEvent.Type.ERASED, store.clock.instant(), "依法销毁"));
        assertThat(store.archive.publicObjects("package/")).isEmpty();
        assertThat(store.audit.run()).isEmpty();
        assertThatThrownBy(() -> store.publisher.publish(
                        uid, Papers.notice(1), Papers.content(Papers.notice(1)), LogEvent.Type.RELEASED))
                .hasMessageContaining("never used again");
    }

    @Test
    void aKillBetweenTheFilesOfAnotherReleaseAndItsRowLeavesTheFirst() {
        Uid uid = Uid.mint();
        schedule(uid, 5, Duration.ofMinutes(1));
        new ScheduledFiles(folder.resolve("scheduled"))
                .keep(uid, Papers.notice(6), Papers.content(Papers.notice(6)), "released 2030-01-01T00:00:00.000Z\n");
        reopen();
        store.clock.move(Duration.ofMinutes(1));

        assertThat(store.scheduled.releaseDue()).hasSize(1);
        assertThat(store.document(uid).record()).isEqualTo(Papers.notice(5));
    }
}
