package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.GazetteIssue;
import org.junit.jupiter.api.Test;

class NumberDoubleUseTest extends OnAStore {

    private static DocumentRecord notice(String title) {
        return Papers.notice(12, title).toBuilder()
                .issuers(List.of("云州市人民政府办公室"))
                .build();
    }

    private Publisher.Outcome publish(Uid uid, DocumentRecord record) {
        return store.publisher.publish(uid, record, Papers.content(record), LogEvent.Type.RELEASED);
    }

    private void assertPasses(DocumentRecord record) {
        assertThat(publish(Uid.mint(), record)).isInstanceOf(Publisher.Outcome.Published.class);
    }

    @Test
    void aNumberThatAnotherPublicDocumentBearsHoldsADocumentBackAndNamesTheOther() {
        Uid first = store.publish(notice("关于做好防汛工作的通知"));

        Publisher.Outcome held = publish(
                Uid.mint(),
                notice("关于清理规范事项的通知").toBuilder()
                        .documentNumber("云政办字[2023]第012号")
                        .build());

        assertThat(held)
                .isEqualTo(new Publisher.Outcome.Held(List.of(new Obstacle(
                        "document-number",
                        "the document number 云政办字[2023]第012号 is already that of /id/doc/" + first
                                + ", a document with another title"))));
        store.publisher.withdraw(first, "依法撤下");
        assertPasses(notice("关于清理规范事项的通知"));
    }

    @Test
    void aScheduledReleaseIsToldOfItAtOnce() {
        store.publish(notice("关于做好防汛工作的通知"));
        DocumentRecord other = notice("关于清理规范事项的通知");

        assertThat(store.scheduled.schedule(
                        Uid.mint(), other, Papers.content(other), LogEvent.Type.RELEASED, store.clock.instant()))
                .extracting(Obstacle::gate)
                .containsExactly("document-number");
    }

    @Test
    void theSameDocumentFromAnotherFileIsNoDoubleUse() {
        store.publish(notice("关于做好防汛工作的通知"));

        assertPasses(notice("《关于做好防汛工作的通知》").toBuilder()
                .text("关于做好防汛工作的通知\n另一份文件的正文")
                .build());
    }

    @Test
    void aDocumentOfAnIssueIsNoDoubleUseNorIsWhatComesAfterIt() {
        DocumentRecord printed = notice("关于做好防汛工作的通知（节录）").toBuilder()
                .gazette(new GazetteIssue("云州市人民政府公报", 2023, 5, null, List.of()))
                .build();
        Uid whole = store.publish(notice("关于做好防汛工作的通知"));
        assertPasses(printed);
        store.publisher.withdraw(whole, "依法撤下");
        assertPasses(notice("关于全市防汛工作的通知"));
    }

    @Test
    void whatIsOfAnotherKindOrIssuerOrADraftIsNoDoubleUse() {
        store.publish(notice("关于印发防汛办法的通知"));

        assertPasses(notice("防汛办法").toBuilder().documentKind("办法").build());
        assertPasses(notice("关于印发防汛办法的通知解读").toBuilder().documentKind(null).build());
        assertPasses(notice("另一市的通知").toBuilder().issuers(List.of("沧云市人民政府办公室")).build());
        assertPasses(notice("征求意见的通知").toBuilder().draft(true).build());
    }

    @Test
    void aRevisionOfADocumentThatIsPublicIsNeverHeldBackForItsNumber() {
        store.publish(notice("关于做好防汛工作的通知"));
        Uid other = Uid.mint();
        publish(
                other,
                notice("沧云市的通知").toBuilder().issuers(List.of("沧云市人民政府办公室")).build());

        assertThat(publish(other, notice("改题的通知"))).isInstanceOf(Publisher.Outcome.Published.class);
    }
}
