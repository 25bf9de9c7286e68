package org.gongbao.web.desk;

import org.gongbao.access.ApiToken;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A machine, for the length of one request. */
final class MachineUser extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient ApiToken token;

    MachineUser(ApiToken token) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.token = token;
        setAuthenticated(true);
    }

    ApiToken token() {
        return token;
    }

    @Override
    public String getPrincipal() {
        return token.id();
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MachineUser user && token.equals(user.token);
    }

    @Override
    public int hashCode() {
        return token.hashCode();
    }
}
