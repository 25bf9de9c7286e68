package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongbao.access.Account;
import org.gongbao.access.OidcSettings;
import org.gongbao.access.ProviderAccounts;
import org.gongbao.system.GongbaoSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Sign-in at a provider of OpenID Connect: authorization code with proof key, and an ID token whose signature, issuer,
 * audience, nonce and time are checked. Nothing but the ID token is read or kept.
 */
@Component
class Provider {

    static final String ID = "oidc";
    static final String START = "/desk/provider/start";
    private static final String BACK = "/desk/provider/back/";

    private final OidcSettings settings;
    private final GongbaoSettings gongbao;
    private final ProviderAccounts accounts;
    private final DeskSessions sessions;
    private final Clock clock;

    Provider(
            OidcSettings settings,
            GongbaoSettings gongbao,
            ProviderAccounts accounts,
            DeskSessions sessions,
            Clock clock) {
        this.settings = settings;
        this.gongbao = gongbao;
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    boolean isOn() {
        return settings.isOn();
    }

    void configure(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage(DeskGate.SIGN_IN)
                // Asked when the first person signs in, so that this program starts while the provider is away.
                .clientRegistrationRepository(new SupplierClientRegistrationRepository(
                        () -> new InMemoryClientRegistrationRepository(registration())))
                .authorizedClientRepository(new KeepsNothing())
                .authorizationEndpoint(start -> start.baseUri(START))
                .redirectionEndpoint(back -> back.baseUri(BACK + "*"))
                .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(tokenClient()))
                .userInfoEndpoint(
                        users -> users.oidcUserService(request -> new DefaultOidcUser(List.of(), request.getIdToken())))
                .successHandler(this::succeed)
                .failureHandler((request, response, e) -> refuse(request, response));
    }

    private ClientRegistration registration() {
        return ClientRegistrations.fromIssuerLocation(Objects.requireNonNull(settings.issuer()))
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope(settings.scopes())
                .redirectUri(gongbao.base() + BACK + ID)
                .build();
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokenClient() {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                // By itself it would take the Jetty client that Solr brings, which is too old for it.
                .requestFactory(new JdkClientHttpRequestFactory())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    /** Checks ID tokens by this program's clock. */
    OidcIdTokenDecoderFactory idTokens() {
        OidcIdTokenDecoderFactory tokens = new OidcIdTokenDecoderFactory();
        tokens.setJwtValidatorFactory(registration -> {
            JwtTimestampValidator times = new JwtTimestampValidator();
            times.setClock(clock);
            OidcIdTokenValidator claims = new OidcIdTokenValidator(registration);
            claims.setClock(clock);
            return new DelegatingOAuth2TokenValidator<>(times, claims);
        });
        return tokens;
    }

    private void succeed(HttpServletRequest request, HttpServletResponse response, Authentication found)
            throws IOException {
        Optional<Account> account = found.getPrincipal() instanceof OidcUser user ? signIn(user) : Optional.empty();
        if (account.isEmpty()) {
            refuse(request, response);
            return;
        }
        response.sendRedirect(
                sessions.afterProof(request, response, account.get()).page());
    }

    private Optional<Account> signIn(OidcUser user) {
        List<String> theirs = user.getClaimAsStringList(settings.rolesClaim());
        @Nullable String name = user.getFullName();
        return accounts.signIn(
                user.getIssuer() + " " + user.getSubject(),
                name == null ? user.getSubject() : name,
                user.getClaimAsString(settings.departmentClaim()),
                settings.rolesOf(theirs == null ? List.of() : theirs));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        sessions.end(request);
        response.sendRedirect(DeskGate.SIGN_IN + "?refused");
    }

    /** The provider's tokens are of no further use here. */
    private static final class KeepsNothing implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings({"TypeParameterUnusedInFormals", "NullAway"})
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication person, HttpServletRequest request, HttpServletResponse response) {}
    }
}
