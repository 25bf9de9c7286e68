package org.gongbao.notification;

import java.time.Clock;
import org.gongbao.access.Throttle;
import org.gongbao.system.ClientNetwork;

/** Lets through what a person may have sent, and not too much of it. Where something came from is forgotten at once. */
final class ThrottledForms implements FormGuard {

    private static final String EVERYBODY = "everybody";

    private final FormTokens tokens;
    private final Throttle addresses;
    private final Throttle everybody;

    /** @param aMinute forms from one address; of all together twenty times as many */
    ThrottledForms(int aMinute, Clock clock) {
        this.tokens = new FormTokens(clock);
        this.addresses = new Throttle(aMinute, clock);
        this.everybody = new Throttle(aMinute * 20, clock);
    }

    @Override
    public String token(String subject) {
        return tokens.issue(subject);
    }

    @Override
    public Result check(String subject, String token, String trap, String from) {
        if (!trap.isEmpty() || !tokens.isValid(subject, token)) {
            return Result.EXPIRED;
        }
        return addresses.take(ClientNetwork.of(from)) && everybody.take(EVERYBODY) ? Result.PASSED : Result.TOO_MANY;
    }
}
