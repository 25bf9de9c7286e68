package org.gongbao.web.desk;

import java.time.Instant;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** What a session keeps of who signed in. Roles and name are read anew with every request. */
final class DeskUser extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final String account;
    private final int epoch;
    private final Stage stage;
    private final Instant since;

    /** @param epoch that of the account; a session of an older one has ended */
    DeskUser(String account, int epoch, Stage stage, Instant since) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.account = account;
        this.epoch = epoch;
        this.stage = stage;
        this.since = since;
        setAuthenticated(true);
    }

    int epoch() {
        return epoch;
    }

    Stage stage() {
        return stage;
    }

    Instant since() {
        return since;
    }

    @Override
    public String getPrincipal() {
        return account;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DeskUser user
                && account.equals(user.account)
                && epoch == user.epoch
                && stage == user.stage
                && since.equals(user.since);
    }

    @Override
    public int hashCode() {
        return account.hashCode();
    }
}
