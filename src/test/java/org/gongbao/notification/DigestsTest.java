package org.gongbao.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.gongbao.publication.FollowedEvents.Type;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.StatedTerms;
import org.gongbao.publication.Terms;
import org.gongbao.publication.Uid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What who follows something by mail can rely on, on both databases. */
class DigestsTest extends OnSubscriptions {

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aDigestTellsEveryKindOfEventWithItsNumberAndNoOthers(String vendor) {
        on(vendor, () -> {
            Uid old = happens(Type.NEW, Uid.mint(), "旧的防汛办法");
            follow(FLOODS);
            Uid fresh = happens(Type.NEW, Uid.mint(), "关于防汛的通告");
            happens(Type.NEW, Uid.mint(), "关于招生的通告");
            happens(Type.REVISED, fresh, "关于防汛的通告");
            happens(Type.CORRECTED, fresh, "关于防汛的通告");
            happens(Type.REPEALED, old, "旧的防汛办法", fresh);
            happens(Type.CITED, old, "旧的防汛办法", fresh);
            nextMorning();

            Letter letter = mailbox.last();
            String text = String.join("\n\n", letter.paragraphs());
            assertThat(letter.subject()).isEqualTo("“防汛”：4 项动态");
            assertThat(text)
                    .contains("新发布\n\n[2] 关于防汛的通告", "已更正\n\n[5]", "被废止\n\n[6] 旧的防汛办法", "新被引用\n\n[7]")
                    .contains("← 关于防汛的通告\n" + BASE + "/id/doc/" + fresh)
                    .contains("第 2 至 7 号事件")
                    .doesNotContain("招生", "[1]", "[4]");
            assertThat(letter.headers())
                    .containsEntry("Gongbao-Events", "2-7")
                    .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                    .containsEntry("List-Unsubscribe", "<" + BASE + "/follow/stop/" + token(letter) + ">");
            nextMorning();
            assertThat(mailbox.letters).as("nothing new, no mail").hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void rangesFollowEachOtherWithoutAGapAlsoWhereNothingWasToldInBetween(String vendor) {
        on(vendor, () -> {
            follow(FLOODS);
            happens(Type.NEW, Uid.mint(), "防汛一");
            nextMorning();
            happens(Type.NEW, Uid.mint(), "招生");
            nextMorning();
            happens(Type.NEW, Uid.mint(), "防汛二");
            nextMorning();

            assertThat(mailbox.letters)
                    .extracting(letter -> letter.headers().get("Gongbao-Events"))
                    .containsExactly("1-1", "2-3");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aCrashBetweenSendingAndNotingRepeatsTheSameRangeUnderTheSameName(String vendor) {
        on(vendor, () -> {
            follow(FLOODS);
            happens(Type.NEW, Uid.mint(), "防汛一");
            mailbox.crashesAfterwards = true;
            assertThat(catchThrowable(this::nextMorning)).isNotNull();
            mailbox.crashesAfterwards = false;
            happens(Type.NEW, Uid.mint(), "防汛二");
            assertThat(digests.sendDue()).isZero();
            clock.move(Duration.ofMinutes(5));
            digests.sendDue();

            assertThat(mailbox.letters).hasSize(2);
            assertThat(mailbox.letters)
                    .extracting(Letter::name)
                    .containsOnly(mailbox.last().name());
            assertThat(mailbox.letters)
                    .extracting(letter -> letter.headers().get("Gongbao-Events"))
                    .containsOnly("1-1");
            assertThat(String.join("", mailbox.last().paragraphs())).doesNotContain("防汛二");

            String first = token(mailbox.letters.get(0));
            nextMorning();
            assertThat(mailbox.last().headers()).containsEntry("Gongbao-Events", "2-2");
            assertThat(subscriptions.stop(first))
                    .as("the links of all mails work")
                    .isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void whatIsRefusedIsTriedAgainWithGrowingPausesAndThenAtTheNextDate(String vendor) {
        on(vendor, () -> {
            follow(FLOODS);
            happens(Type.NEW, Uid.mint(), "防汛一");
            mailbox.refuses = true;
            clock.set(Instant.parse("2024-03-01T23:00:00Z"));
            List<Integer> seconds = new ArrayList<>();
            for (int second = 0; second <= 600; second++) {
                if (digests.sendDue() == 1) {
                    seconds.add(second);
                }
                clock.move(Duration.ofSeconds(1));
            }
            assertThat(seconds).containsExactly(0, 30, 90, 210);
            mailbox.refuses = false;
            nextMorning();
            assertThat(new LinkedHashSet<>(
                            mailbox.letters.stream().map(Letter::name).toList()))
                    .hasSize(1);
            assertThat(mailbox.letters).hasSize(5);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void whatIsGoneIsToldToThoseWhoWereToldOfItAndWithoutItsTitle(String vendor) {
        on(vendor, () -> {
            Uid before = happens(Type.NEW, Uid.mint(), "防汛旧文");
            follow(FLOODS);
            Uid told = happens(Type.NEW, Uid.mint(), "防汛甲");
            nextMorning();
            Uid never = happens(Type.NEW, Uid.mint(), "防汛乙");
            happens(Type.WITHDRAWN, told, "");
            happens(Type.WITHDRAWN, never, "");
            happens(Type.WITHDRAWN, before, "");
            nextMorning();

            String text = String.join("\n", mailbox.last().paragraphs());
            assertThat(text)
                    .contains("[4] 依法撤下", BASE + "/id/doc/" + told)
                    .doesNotContain("防汛甲", "防汛乙", never.value(), before.value());
            assertThat(mailbox.last().subject()).isEqualTo("“防汛”：1 项动态");
            assertThat(count("subscription_told")).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aDocumentIsFollowedToItsEndAndWhatIsForItsPageOnlyIsNotCarriedOn(String vendor) {
        on(vendor, () -> {
            Uid uid = happens(Type.NEW, Uid.mint(), "关于招生的通告");
            follow(new Topic(Topic.Kind.DOCUMENT, uid.value()));
            Uid own = Uid.mint();
            happens(Type.CITED, uid, "关于招生的通告", own);
            states.put(
                    own,
                    new PublicState.Public(new PublishedDocument(
                            own,
                            1,
                            1,
                            clock.instant(),
                            clock.instant(),
                            StatedTerms.in(own, 1, Notices.record("食堂通知"), Terms.PAGE),
                            List.of())));
            nextMorning();
            assertThat(mailbox.letters).isEmpty();

            happens(Type.WITHDRAWN, uid, "");
            nextMorning();
            assertThat(String.join("", mailbox.last().paragraphs()))
                    .contains("[3] 依法撤下")
                    .doesNotContain("招生");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void whatIsTooMuchForOneMailComesInTheNextWithoutWaiting(String vendor) {
        on(vendor, () -> {
            follow(FLOODS);
            for (int i = 0; i <= Digests.MOST_ITEMS; i++) {
                happens(Type.NEW, Uid.mint(), "防汛" + i);
            }
            nextMorning();
            digests.sendDue();
            assertThat(mailbox.letters)
                    .extracting(letter -> letter.headers().get("Gongbao-Events"))
                    .containsExactly("1-200", "201-201");
        });
    }
}
