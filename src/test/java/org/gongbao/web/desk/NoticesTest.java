package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongbao.access.Role;
import org.gongbao.notification.Delivery;
import org.gongbao.notification.Outbox;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.Uid;
import org.junit.jupiter.api.Test;

/** Publishing writes a notice for each target that is set, and its receipt can be read. */
class NoticesTest {

    private static Delivery receipt(Uid uid, String event) {
        return LiveDesk.get(Outbox.class).receipts(10_000).stream()
                .filter(each -> each.uid().equals(uid) && each.event().code().equals(event))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReleaseIsToldAndAWithdrawalTakesItsPlace() throws Exception {
        Uid uid = ReaderReportTest.published("云州市人民政府关于道路的通告");
        for (int tries = 0; receipt(uid, "released").answer() == null; tries++) {
            assertThat(tries).isLessThan(300);
            Thread.sleep(100);
        }
        assertThat(receipt(uid, "released"))
                .returns("private-address", Delivery::answer)
                .returns(Delivery.State.PENDING, Delivery::state);

        LiveDesk.get(Publisher.class).withdraw(uid, "依法撤下");

        assertThat(receipt(uid, "released").state()).isEqualTo(Delivery.State.DROPPED);
        assertThat(receipt(uid, "withdrawn").target()).isEqualTo("https://127.0.0.1:9/hook");
        assertThat(LiveDesk.signedIn(Role.SYSTEM_ADMINISTRATOR)
                        .page("/desk/system")
                        .text())
                .contains("https://127.0.0.1:9/hook", "已取消");
    }
}
