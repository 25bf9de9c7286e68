package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.gongbao.system.DataFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertificatesTest extends DisseminationFixture {

    private static final Duration DAY = Duration.ofDays(1);

    private Certificates certificates(TestStore store) {
        CertificateFiles files = new CertificateFiles(store.data.folder("certificates"));
        return new Certificates(store.database, store.packages, store.engine, store.signer, files, store.clock);
    }

    private TestStore started(Dissemination... targets) {
        TestStore store = open(targets);
        store.engine.start();
        return store;
    }

    private static Compared part(Certificates certificates, String name) {
        return certificates.latest().orElseThrow().compared().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyProjectionIsComparedAndNoneIsSkipped() {
        HeldProjection one = new HeldProjection("one", folder);
        HeldProjection two = new HeldProjection("two", folder);
        TestStore store = started(one, two);
        Uid lost = store.publish(Papers.notice(1));
        Uid changed = store.publish(Papers.notice(2));
        Certificates certificates = certificates(store);
        assertThat(store.engine.awaitCaughtUp(LONG)).isTrue();
        one.damage(lost, null);
        two.damage(changed, "1 0 another title");

        assertThat(certificates.ofEverything()).isEmpty();

        assertThat(part(certificates, "one").repaired().first()).containsExactly(lost.value());
        assertThat(part(certificates, "two").repaired().first()).containsExactly(changed.value());
        assertThat(one.documents()).isEqualTo(published(store));
        assertThat(two.documents()).isEqualTo(published(store));
    }

    @Test
    void whatIsHeldAndWasNeverPublishedGoes() {
        HeldProjection projection = new HeldProjection("held", folder);
        TestStore store = started(projection);
        store.publish(Papers.notice(1));
        Uid stray = Uid.mint();
        assertThat(store.engine.awaitCaughtUp(LONG)).isTrue();
        projection.damage(stray, "1 0 stray");
        Certificates certificates = certificates(store);

        assertThat(certificates.ofEverything()).isEmpty();

        assertThat(part(certificates, "held").repaired().first()).containsExactly(stray.value());
        assertThat(projection.documents()).isEqualTo(published(store));
    }

    @Test
    void aStoreThatTakesNothingIsFilledAnewAndWhereThatDoesNotHelpItIsReportedAndFilledOnce() {
        AtomicInteger rebuilds = new AtomicInteger();
        Stubborn projection = new Stubborn(folder, rebuilds);
        TestStore store = started(projection);
        Uid uid = store.publish(Papers.notice(1));
        assertThat(store.engine.awaitCaughtUp(LONG)).isTrue();
        Certificates certificates = certificates(store);
        projection.takesNothing = true;
        projection.damage(uid, "1 0 another title");
        int before = rebuilds.get();

        assertThat(certificates.ofEverything()).isEmpty();
        assertThat(rebuilds).hasValue(before + 1);

        projection.spoils = uid;
        projection.damage(uid, "1 0 spoiled");
        String said = "stubborn: " + uid + " differs from what is published";
        assertThat(certificates.ofEverything()).containsExactly(said);
        assertThat(certificates.ofEverything()).containsExactly(said);
        assertThat(rebuilds)
                .as("the same difference is not repaired in vain again")
                .hasValue(before + 2);
        assertThat(part(certificates, "stubborn").documents()).isZero();
    }

    @Test
    void whatIsPublishedMeanwhileGetsNoCertificateOfMixedPositionsAndIsNotRepaired() {
        AtomicInteger left = new AtomicInteger(1);
        TestStore[] opened = new TestStore[1];
        HeldProjection projection = new HeldProjection("held", folder) {
            @Override
            void reading() {
                if (left.getAndDecrement() > 0) {
                    opened[0].publish(Papers.notice(2));
                }
            }
        };
        TestStore store = started(projection);
        opened[0] = store;
        store.publish(Papers.notice(1));
        assertThat(store.engine.awaitCaughtUp(LONG)).isTrue();
        Certificates certificates = certificates(store);

        assertThat(certificates.ofEverything()).isEmpty();
        assertThat(certificates.latest()).isEmpty();

        assertThat(certificates.isDue(DAY) || store.engine.awaitCaughtUp(LONG)).isTrue();
        assertThat(certificates.ofEverything()).isEmpty();
        assertThat(certificates.latest().orElseThrow().position()).isEqualTo(2);
        assertThat(part(certificates, "held").repaired().count()).isZero();
    }

    @Test
    void aDocumentThatAProjectionRefusesIsNamedAndNothingIsFilledAnewForIt() {
        AtomicInteger rebuilds = new AtomicInteger();
        Stubborn projection = new Stubborn(folder, rebuilds);
        projection.refuses = "毒";
        TestStore store = started(projection);
        store.publish(Papers.notice(1));
        Uid poison = store.publish(Papers.notice(2, "毒"));
        assertThat(store.engine.awaitCaughtUp(LONG)).isTrue();
        Certificates certificates = certificates(store);
        int before = rebuilds.get();

        assertThat(certificates.ofEverything()).singleElement().asString().contains(poison.value());

        assertThat(rebuilds).hasValue(before);
        assertThat(part(certificates, "stubborn").documents()).isEqualTo(1);
    }

    @Test
    void oneIsDueAfterSomethingWasPublishedAndOfEverythingOnceADay() {
        TestStore store = started(new HeldProjection("held", folder));
        Certificates certificates = certificates(store);
        assertThat(certificates.isDue(DAY)).as("nothing was ever published").isFalse();
        store.publish(Papers.notice(1));
        store.publish(Papers.notice(2));
        assertThat(store.engine.awaitCaughtUp(LONG)).isTrue();
        assertThat(certificates.isDue(DAY)).isTrue();
        certificates.issue(DAY);
        assertThat(certificates.latest().orElseThrow().scope()).isEqualTo(Certificate.ALL);
        assertThat(certificates.isDue(DAY)).isFalse();

        store.publish(Papers.notice(3));
        assertThat(store.engine.awaitCaughtUp(LONG)).isTrue();
        certificates.issue(DAY);
        assertThat(certificates.latest().orElseThrow().scope()).isEqualTo(Certificate.CHANGED);
        assertThat(part(certificates, "held").documents()).isEqualTo(1);

        store.clock.move(DAY);
        assertThat(certificates.isDue(Duration.ZERO)).as("never by itself").isFalse();
        assertThat(certificates.isDue(DAY)).isTrue();
        certificates.issue(DAY);
        assertThat(certificates.latest().orElseThrow().scope()).isEqualTo(Certificate.ALL);
        assertThat(part(certificates, "held").documents()).isEqualTo(3);
        assertThat(certificates(store).latest()).as("known to the next start").isEqualTo(certificates.latest());
    }

    @Test
    void aMirrorSignsNone() throws Exception {
        TestStore leader = started();
        String key = leader.signer.verifier();
        close();
        Path mirror = folder.resolve("mirror");
        Mirror.begin(new DataFolder(mirror), "http://localhost:1", key);
        try (TestStore store = new TestStore(mirror, TestStore.sqlite(mirror))) {
            store.engine.start();
            Certificates certificates = certificates(store);

            assertThat(store.signer.isMirror()).isTrue();
            assertThat(certificates.isDue(DAY)).isFalse();
            assertThat(certificates.ofEverything()).isEmpty();
            assertThat(certificates.latest()).isEmpty();
            assertThatThrownBy(() -> store.signer.signText("text\n")).hasMessageContaining("mirror");
        }
    }

    @Test
    void aCertificateIsNoCheckpointAndACheckpointNoCertificate() {
        TestStore store = started(new HeldProjection("held", folder));
        store.publish(Papers.notice(1));
        Certificates certificates = certificates(store);
        certificates.ofEverything();
        String json = new String(certificates.signed().orElseThrow(), StandardCharsets.UTF_8);
        String middle = ",\"signature\":\"";
        String certificate = json.substring("{\"certificate\":".length(), json.lastIndexOf(middle));
        String signature = json.substring(json.lastIndexOf(middle) + middle.length(), json.length() - 2);
        String text = Certificate.SCHEMA + "\n" + certificate + "\n";
        String verifier = store.signer.verifier();

        assertThat(Checkpoint.isSigned(text, signature, verifier)).isTrue();
        assertThatThrownBy(() -> Checkpoint.verify(text + "\n" + signature + "\n", verifier))
                .isInstanceOf(IllegalArgumentException.class);
        String checkpoint = store.log.checkpoint().note();
        String forged = "{\"certificate\":" + certificate + middle
                + checkpoint.substring(checkpoint.indexOf("— ")).strip() + "\"}";
        assertThatThrownBy(() -> Certificate.verify(forged.getBytes(StandardCharsets.UTF_8), verifier))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLastHundredStayAndNoneOfAPositionThatTheLogDoesNotHave() throws IOException {
        TestStore store = started(new HeldProjection("held", folder));
        store.publish(Papers.notice(1));
        certificates(store).ofEverything();
        Path kept = store.data.folder("certificates");
        CertificateFiles files = new CertificateFiles(kept);
        for (int position = 2; position <= 130; position++) {
            files.keep(position, new byte[] {'{', '}'});
        }
        try (Stream<Path> all = Files.list(kept)) {
            assertThat(all).hasSize(100);
        }
        files.keep(1, new byte[] {'{', '}'});
        Files.delete(kept.resolve("000000000031.json"));

        assertThat(certificates(store).latest())
                .as("what was not signed says nothing")
                .isEmpty();

        try (Stream<Path> all = Files.list(kept)) {
            assertThat(all).allMatch(file -> file.endsWith("000000000001.json"));
        }
    }

    /** Takes nothing, spoils what a rebuild brings, or refuses a title, as it is told. */
    private static final class Stubborn extends HeldProjection {
        private final AtomicInteger rebuilds;
        private volatile boolean takesNothing;
        private volatile @Nullable Uid spoils;
        private volatile @Nullable String refuses;

        Stubborn(Path folder, AtomicInteger rebuilds) {
            super("stubborn", folder);
            this.rebuilds = rebuilds;
        }

        @Override
        public void apply(List<Change> changes, long position) {
            for (Change change : changes) {
                PublishedDocument document = change.document();
                if (document != null
                        && String.valueOf(document.record().title()).equals(refuses)) {
                    throw new IllegalStateException("refused");
                }
            }
            super.apply(takesNothing ? List.of() : changes, position);
        }

        @Override
        public void rebuild(Stream<Change> documents, long position) {
            rebuilds.incrementAndGet();
            super.rebuild(documents, position);
            if (spoils != null) {
                damage(spoils, "1 0 spoiled");
            }
        }
    }
}
