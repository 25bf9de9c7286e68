package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.publication.NumberedDocuments.Answer;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.Test;

/** What an address by number promises on every database. */
abstract class NumberAddressContract extends StoreContract {

    private static final NumberAddress TWELVE = new NumberAddress("990100", "yun-zheng-ban-zi", 2023, 12);
    private static final NumberAddress TWENTY = new NumberAddress("990100", "yun-zheng-ban-zi", 2023, 20);

    private static Claim read(String value) {
        return new Claim(value, value, null, null, null, null, "number.bracketed/1", 0.99, false);
    }

    /** A notice whose number and place are certain. */
    static DocumentRecord certain(int number) {
        return certain("云政办字〔2023〕" + number + "号", "关于第" + number + "项工作的通知");
    }

    private static DocumentRecord certain(String number, String title) {
        return Papers.notice(1, title).toBuilder()
                .documentNumber(number)
                .jurisdiction("990100")
                .claims(Map.of("documentNumber", List.of(read(number)), "jurisdiction", List.of(read("990100"))))
                .build();
    }

    private NumberedDocuments numbers() {
        return new RegisterNumbers(store.database);
    }

    private void correct(Uid uid, DocumentRecord record, boolean isForPrivacy) {
        store.publisher.correct(uid, record, Papers.content(record), new PublicCorrection("文号有误", isForPrivacy));
    }

    @Test
    void aDocumentIsFoundByItsNumberAndKnowsTheAddress() {
        Uid uid = store.publish(certain(12));

        assertThat(numbers().find(TWELVE)).contains(new Answer.One(uid));
        assertThat(store.document(uid).byNumber()).isEqualTo(TWELVE);
        assertThat(numbers().find(TWENTY)).isEmpty();
    }

    @Test
    void anAddressOfACorrectedNumberLeadsToThePresentOne() {
        Uid uid = store.publish(certain(12));
        correct(uid, certain(20), false);

        assertThat(numbers().find(TWELVE)).contains(new Answer.Corrected(uid, TWENTY));
        assertThat(numbers().find(TWENTY)).contains(new Answer.One(uid));

        Uid right = store.publish(certain("云政办字〔2023〕12号", "关于另一项工作的通知"));
        assertThat(numbers().find(TWELVE)).contains(new Answer.One(right));
    }

    @Test
    void anAddressWhoseNumberIsCertainNoMoreLeadsToTheDocument() {
        Uid uid = store.publish(certain(12));
        DocumentRecord doubtful = certain(12).toBuilder().claims(Map.of()).build();
        correct(uid, doubtful, false);

        assertThat(numbers().find(TWELVE)).contains(new Answer.Unnumbered(uid));
        assertThat(store.document(uid).byNumber()).isNull();
    }

    @Test
    void severalDocumentsOfOneNumberAreAllNamedAndNoneHasTheAddressForItself() {
        Uid first = store.publish(certain(12));
        long before = store.document(first).position();
        store.clock.move(Duration.ofMinutes(1));
        Uid second = store.publish(certain(12));

        assertThat(numbers().find(TWELVE)).contains(new Answer.Several(List.of(first, second)));
        assertThat(store.document(first).byNumber()).isNull();
        assertThat(store.document(second).byNumber()).isNull();
        assertThat(store.document(first).position()).as("is made anew").isGreaterThan(before);

        store.publisher.withdraw(second, "依法撤下");
        assertThat(numbers().find(TWELVE)).contains(new Answer.One(first));
        assertThat(store.document(first).byNumber()).isEqualTo(TWELVE);
        assertThat(store.document(first).position()).isEqualTo(3);
    }

    @Test
    void codesThatReadAlikeShareAnAddress() {
        Uid first = store.publish(certain("云政办字〔2023〕12号", "关于一项工作的通知"));
        store.clock.move(Duration.ofMinutes(1));
        Uid second = store.publish(certain("云政办自〔2023〕12号", "关于另一项工作的通知"));

        assertThat(numbers().find(TWELVE)).contains(new Answer.Several(List.of(first, second)));
    }

    @Test
    void anAddressOfWhatWasWithdrawnIsGoneAndOfWhatWasErasedIsUnknown() {
        Uid uid = store.publish(certain(12));
        correct(uid, certain(20), false);
        store.publisher.withdraw(uid, "依法撤下");

        assertThat(numbers().find(TWELVE)).contains(new Answer.Gone(uid));
        assertThat(numbers().find(TWENTY)).contains(new Answer.Gone(uid));

        store.erasure.erase(uid, new Erasure.Request("甲", "乙", "依法销毁"));
        assertThat(numbers().find(TWELVE)).isEmpty();
        assertThat(numbers().find(TWENTY)).isEmpty();
    }

    @Test
    void anAddressOfANumberThatWasCorrectedForPrivacyIsForgotten() {
        Uid uid = store.publish(certain(12));
        correct(uid, certain(20), true);

        assertThat(numbers().find(TWELVE)).isEmpty();
        assertThat(numbers().find(TWENTY)).contains(new Answer.One(uid));
    }

    @Test
    void whatWaitsForItsReleaseHasNoAddress() {
        DocumentRecord record = certain(12);
        store.scheduled.schedule(
                Uid.mint(),
                record,
                Papers.content(record),
                LogEvent.Type.RELEASED,
                store.clock.instant().plusSeconds(60));

        assertThat(numbers().find(TWELVE)).isEmpty();
    }

    @Test
    void theRegisterMadeAnewHasTheSameAddresses() {
        Uid kept = store.publish(certain(12));
        correct(kept, certain(20), false);
        Uid gone = store.publish(certain(7));
        store.publisher.withdraw(gone, "依法撤下");
        List<Optional<Answer>> before = all();

        store.rebuild.rebuild();

        assertThat(all()).isEqualTo(before);
        assertThat(before).allMatch(Optional::isPresent);
    }

    private List<Optional<Answer>> all() {
        List<Optional<Answer>> all = new ArrayList<>();
        for (int number : new int[] {7, 12, 20}) {
            all.add(numbers().find(new NumberAddress("990100", "yun-zheng-ban-zi", 2023, number)));
        }
        return all;
    }

    @Test
    void whatWasPublishedBeforeThereWereAddressesGetsOneOnce() {
        Uid uid = store.publish(certain(12));
        store.publish(Papers.notice(3));
        store.database.write(
                sql -> sql.sql("update document_version set eli = null").update());
        assertThat(numbers().find(TWELVE)).isEmpty();

        assertThat(MissingNumbers.fill(store.database, store.packages)).isEqualTo(2);

        assertThat(numbers().find(TWELVE)).contains(new Answer.One(uid));
        assertThat(MissingNumbers.fill(store.database, store.packages)).isZero();
    }

    private void forgetAddresses() {
        store.database.write(
                sql -> sql.sql("update document_version set eli = null").update());
    }

    private int fill() {
        return MissingNumbers.fill(store.database, store.packages);
    }

    @Test
    void whatEarlierVersionsAndWithdrawnDocumentsBoreIsFilledInToo() {
        correct(store.publish(certain(12)), certain(20), false);
        store.publisher.withdraw(store.publish(certain(7)), "依法撤下");
        List<Optional<Answer>> before = all();
        forgetAddresses();

        assertThat(fill()).isEqualTo(3);

        assertThat(all()).isEqualTo(before).allMatch(Optional::isPresent);
    }

    @Test
    void moreAreFilledInThanAreReadAtOnce() {
        for (int number = 1; number <= 101; number++) {
            store.publish(certain(number));
        }
        forgetAddresses();

        assertThat(fill()).isEqualTo(101);
        assertThat(numbers().find(new NumberAddress("990100", "yun-zheng-ban-zi", 2023, 101)))
                .isPresent();
    }

    @Test
    void whatWasErasedOrCorrectedForPrivacyIsNotFilledIn() {
        Uid corrected = store.publish(certain(12));
        correct(corrected, certain(20), false);
        Uid erased = store.publish(certain(7));
        store.publisher.withdraw(erased, "依法撤下");
        // As where the bytes are still there: their destruction comes after the event.
        store.database.write(sql -> sql.sql("update log_event set withdraws_earlier = 1 where uid = ? and version = 2")
                .param(corrected.value())
                .update());
        store.database.write(
                sql -> sql.sql("update log_event set event = 'erased' where uid = ? and event = 'withdrawn'")
                        .param(erased.value())
                        .update());
        forgetAddresses();

        assertThat(fill()).isEqualTo(1);

        assertThat(numbers().find(TWELVE)).isEmpty();
        assertThat(numbers().find(TWENTY)).contains(new Answer.One(corrected));
        assertThat(numbers().find(new NumberAddress("990100", "yun-zheng-ban-zi", 2023, 7)))
                .isEmpty();
    }

    @Test
    void whatCannotBeReadOnceIsTriedAgain() throws IOException {
        Uid uid = store.publish(certain(12));
        Uid other = store.publish(certain(20));
        forgetAddresses();
        Path record = store.archive.stored(PackageStore.id(uid), 1).get(PackageStore.RECORD);
        byte[] bytes = Files.readAllBytes(record);
        Files.write(record, new byte[] {'{'});

        assertThat(fill()).isEqualTo(1);
        assertThat(numbers().find(TWELVE)).isEmpty();
        assertThat(numbers().find(TWENTY)).contains(new Answer.One(other));

        store.rebuild.rebuild();
        assertThat(numbers().find(TWELVE)).isEmpty();

        Files.write(record, bytes);
        assertThat(fill()).isEqualTo(1);
        assertThat(numbers().find(TWELVE)).contains(new Answer.One(uid));
    }

    @Test
    void aNumberThatSeveralShareAlreadyChangesNoneOfThemWhenOneMoreComesOrGoes() {
        Uid first = store.publish(certain(12));
        Uid second = store.publish(certain(12));
        long firstPlace = store.document(first).position();
        long secondPlace = store.document(second).position();

        Uid third = store.publish(certain(12));
        store.publisher.withdraw(third, "依法撤下");

        assertThat(store.document(first).position()).isEqualTo(firstPlace);
        assertThat(store.document(second).position()).isEqualTo(secondPlace);
    }

    @Test
    void aCorrectedNumberChangesTheOneThatLosesCompanyAndTheOneThatGetsIt() {
        Uid left = store.publish(certain(12));
        Uid joined = store.publish(certain(20));
        Uid corrected = store.publish(certain(12));

        correct(corrected, certain(20), false);

        long now = store.documents.position();
        assertThat(store.document(left).position()).isEqualTo(now);
        assertThat(store.document(left).byNumber()).isEqualTo(TWELVE);
        assertThat(store.document(joined).position()).isEqualTo(now);
        assertThat(store.document(joined).byNumber()).isNull();
    }
}
