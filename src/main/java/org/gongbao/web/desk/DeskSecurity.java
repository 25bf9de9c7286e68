package org.gongbao.web.desk;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import org.gongbao.access.ApiTokens;
import org.gongbao.system.GongbaoSettings;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * Spring Security in front of the desk and of what machines deposit. Its filter stands before those addresses alone, so that
 * public ones know no session, no cookie and no token.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class DeskSecurity {

    static final String COOKIE = "gongbao-desk";

    /** Before sign-in; {@link DeskGate} knows each address better and is asked as well. */
    private static final String[] VISITORS = {
        DeskGate.SIGN_IN, "/desk/setup/**", "/desk/invitation/**", "/desk/provider/**"
    };

    @Bean
    static SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    static CsrfTokenRepository formTokens() {
        return new HttpSessionCsrfTokenRepository();
    }

    @Bean
    @Order(1)
    static SecurityFilterChain machineChain(HttpSecurity http, ApiTokens tokens, Tries tries) {
        return http.securityMatcher("/api/v1/submissions", "/api/v1/submissions/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.defaultsDisabled().addHeaderWriter(DeskSecurity::noStore))
                .addFilterBefore(new MachineFilter(tokens, tries), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    static SecurityFilterChain deskChain(
            HttpSecurity http,
            SecurityContextRepository contexts,
            CsrfTokenRepository tokens,
            GongbaoSettings settings,
            Provider provider) {
        if (provider.isOn()) {
            http.oauth2Login(provider::configure);
        }
        return http.securityMatcher("/desk", "/desk/**")
                .csrf(forms -> forms.csrfTokenRepository(tokens))
                .securityContext(context -> context.securityContextRepository(contexts))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.defaultsDisabled()
                        .addHeaderWriter(DeskSecurity::noStore)
                        .httpStrictTransportSecurity(
                                strict -> strict.requestMatcher(request -> isSecure(request, settings))))
                .addFilterBefore(new UploadFilter(), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(VISITORS)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                        (request, response, e) -> DeskGate.toSignIn(request, response)))
                .build();
    }

    private static void noStore(HttpServletRequest request, jakarta.servlet.http.HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static boolean isSecure(HttpServletRequest request, GongbaoSettings settings) {
        return request.isSecure() || settings.base().startsWith("https:");
    }

    @Bean
    static JwtDecoderFactory<ClientRegistration> idTokens(Provider provider) {
        return provider.idTokens();
    }

    @Bean
    static DelegatingFilterProxyRegistrationBean deskFilter() {
        DelegatingFilterProxyRegistrationBean filter =
                new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        filter.addUrlPatterns("/desk/*", "/api/v1/submissions/*");
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.FORWARD));
        filter.setOrder(-100);
        return filter;
    }

    /** The cookie goes to the desk alone. Behind a proxy the base address says whether readers come by https. */
    @Bean
    static ServletContextInitializer deskCookie(GongbaoSettings settings) {
        return context -> {
            var cookie = context.getSessionCookieConfig();
            cookie.setName(COOKIE);
            cookie.setPath("/desk");
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
            if (settings.base().startsWith("https:")) {
                cookie.setSecure(true);
            }
        };
    }
}
