package org.gongbao.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in at a provider of OpenID Connect, beside local accounts; without an issuer there is none.
 *
 * @param rolesClaim the claim that lists what a person is at the provider
 * @param departmentClaim the claim that holds a person's department
 * @param roles what each of those words means here: {@code theirs=editor}
 */
@ConfigurationProperties("gongbao.access.oidc")
public record OidcSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue("openid,profile") List<String> scopes,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("department") String departmentClaim,
        @DefaultValue({}) List<String> roles) {

    /** A key that is there without a value is as good as none. */
    public OidcSettings {
        issuer = issuer == null || issuer.isBlank() ? null : issuer;
        if (issuer != null && (clientId == null || clientId.isBlank() || clientSecret == null)) {
            throw new IllegalArgumentException("gongbao.access.oidc has an issuer, but no client-id and client-secret");
        }
        roles.forEach(OidcSettings::role);
    }

    public boolean isOn() {
        return issuer != null;
    }

    /** The roles here of someone who is all of this there. */
    public Set<Role> rolesOf(Iterable<String> theirs) {
        Set<Role> ours = EnumSet.noneOf(Role.class);
        for (String word : theirs) {
            roles.stream()
                    .filter(pair -> pair.startsWith(word + "="))
                    .map(OidcSettings::role)
                    .forEach(ours::add);
        }
        return ours;
    }

    private static Role role(String pair) {
        return Role.of(pair.substring(pair.lastIndexOf('=') + 1).strip());
    }
}
