package org.gongbao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.gongbao.notification.SubscriptionIntake.Asked;
import org.gongbao.notification.SubscriptionIntake.Purpose;
import org.gongbao.notification.SubscriptionIntake.Result;
import org.gongbao.publication.FollowedEvents.Type;
import org.gongbao.publication.Uid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What asking for mail promises: nothing before the address has confirmed, and an end at once. */
class SubscribingTest extends OnSubscriptions {

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void nothingButOneQuestionIsSentBeforeTheAddressHasConfirmed(String vendor) {
        on(vendor, () -> {
            ask(FLOODS, READER, Rhythm.DAILY);
            happens(Type.NEW, Uid.mint(), "关于防汛的通告");
            digests.sendDue();
            nextMorning();

            assertThat(mailbox.letters).hasSize(1);
            assertThat(mailbox.last().subject()).isEqualTo("请确认订阅：云州市人民政府公报编辑部");
            assertThat(mailbox.last().toString()).doesNotContain(READER);
            String token = token(mailbox.last());
            assertThat(database.read()
                            .sql("select sha256 from subscription_token")
                            .query(String.class)
                            .single())
                    .isEqualTo(MailTokens.digest(token))
                    .doesNotContain(token);
            assertThat(subscriptions.stop(token)).as("a token is for one thing").isFalse();

            clock.move(Subscriptions.UNCONFIRMED);
            subscriptions.tidy();
            assertThat(count("subscription")).isZero();
            assertThat(subscriptions.confirm(token)).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void whoeverStopsIsForgottenAtOnce(String vendor) {
        on(vendor, () -> {
            follow(FLOODS);
            happens(Type.NEW, Uid.mint(), "防汛一");
            nextMorning();
            String token = token(mailbox.last());
            assertThat(subscriptions.find(token, Purpose.STOP)).contains(FLOODS);

            assertThat(subscriptions.stop(token)).isTrue();
            assertThat(subscriptions.stop(token)).isFalse();
            happens(Type.NEW, Uid.mint(), "防汛二");
            nextMorning();

            assertThat(mailbox.letters).hasSize(1);
            assertThat(mailbox.forgotten).hasSize(1);
            for (String table : List.of("subscription", "subscription_token", "subscription_told")) {
                assertThat(count(table)).as(table).isZero();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aNewRhythmTakesThePlaceOfTheOldOneOnlyWhenItIsConfirmed(String vendor) {
        on(vendor, () -> {
            follow(FLOODS);
            ask(FLOODS, "READER@yunzhou.example", Rhythm.WEEKLY);
            digests.sendDue();
            assertThat(count("subscription")).isEqualTo(2);
            subscriptions.confirm(token(mailbox.last()));
            assertThat(count("subscription")).isEqualTo(1);
            mailbox.letters.clear();
            happens(Type.NEW, Uid.mint(), "防汛一");
            nextMorning();
            assertThat(mailbox.letters).as("Saturday").isEmpty();
            nextMorning();
            nextMorning();
            assertThat(mailbox.letters).as("Monday").hasSize(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void nobodysMailIsFilledByOthersAndNoHeaderIsSmuggledIn(String vendor) {
        on(vendor, () -> {
            for (String address :
                    List.of("", "nobody", "a@b", "a@b.example\r\nBcc: c@d.example", "a@b.example,c@d.example")) {
                assertThat(ask(FLOODS, address, Rhythm.DAILY)).as(address).isEqualTo(Result.ADDRESS);
            }
            for (int i = 0; i < 3; i++) {
                assertThat(ask(FLOODS, READER, Rhythm.DAILY)).isEqualTo(Result.RECEIVED);
            }
            assertThat(ask(FLOODS, READER, Rhythm.DAILY)).isEqualTo(Result.TOO_MANY);
            clock.move(Duration.ofMinutes(2));
            assertThat(ask(FLOODS, READER, Rhythm.DAILY)).isEqualTo(Result.RECEIVED);
            digests.sendDue();
            assertThat(mailbox.letters).hasSize(Subscriptions.MOST_QUESTIONS);
            Asked filled = new Asked(
                    FLOODS, "c@d.example", "zh", Rhythm.DAILY, subscriptions.token(FLOODS), "http://x", "192.0.2.9");
            assertThat(subscriptions.ask(filled)).isEqualTo(Result.RECEIVED);
            assertThat(subscriptions.ask(new Asked(FLOODS, "c@d.example", "zh", Rhythm.DAILY, "none", "", "192.0.2.9")))
                    .isEqualTo(Result.EXPIRED);
            assertThat(count("subscription")).isEqualTo(3);
        });
    }
}
