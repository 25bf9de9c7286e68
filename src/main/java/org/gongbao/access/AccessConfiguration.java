package org.gongbao.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Objects;
import org.gongbao.system.DataFolder;
import org.gongbao.system.Database;
import org.gongbao.system.GongbaoSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** People, their credentials, tokens and the trail. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessSettings.class, OidcSettings.class})
class AccessConfiguration {

    @Bean
    Trail trail(Database database, Clock clock) {
        return new Trail(database, clock);
    }

    @Bean
    Links accessLinks(Database database, Clock clock, AccessSettings settings) {
        return new Links(database, clock, settings.linkLife());
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    KeyBox accessKeys(DataFolder folder) {
        return new KeyBox(folder.folder("keys"));
    }

    @Bean
    Accounts accounts(Database database, Trail trail, Links links, Clock clock) {
        return new Accounts(database, trail, links, clock);
    }

    @Bean
    Credentials credentials(
            Database database,
            Trail trail,
            Links links,
            Passwords passwords,
            KeyBox keys,
            AccessSettings settings,
            Clock clock) {
        return new Credentials(database, trail, links, passwords, keys, settings.passwordPolicy(), clock);
    }

    @Bean
    SignIn signIn(
            Database database, Trail trail, Passwords passwords, KeyBox keys, AccessSettings settings, Clock clock) {
        return new SignIn(database, trail, passwords, keys, settings.passwordPolicy(), clock);
    }

    @Bean
    ProviderAccounts providerAccounts(Database database, Trail trail, Clock clock) {
        return new ProviderAccounts(database, trail, clock);
    }

    @Bean(initMethod = "start")
    @Conditional(SyslogIsSet.class)
    TrailForwarder trailForwarder(Database database, Trail trail, AccessSettings settings) throws UnknownHostException {
        String host = InetAddress.getLocalHost().getHostName();
        return new TrailForwarder(database, trail, new Syslog(Objects.requireNonNull(settings.syslog()), host));
    }

    /** A key that is there without a value is as good as none. */
    static final class SyslogIsSet implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment()
                    .getProperty("gongbao.access.syslog", "")
                    .isBlank();
        }
    }

    @Bean
    ApiTokens apiTokens(Database database, Trail trail, Clock clock) {
        return new ApiTokens(database, trail, clock);
    }

    @Bean
    Devices devices(Database database, Trail trail, Clock clock) {
        return new Devices(database, trail, clock);
    }

    @Bean
    Recovery recovery(Database database, Trail trail, Links links) {
        return new Recovery(database, trail, links);
    }

    @Bean
    FirstAdministrator firstAdministrator(Database database, Accounts accounts, Links links, GongbaoSettings settings) {
        return new FirstAdministrator(database, accounts, links, settings);
    }
}
