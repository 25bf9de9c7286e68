package org.gongbao.web;

import io.micrometer.core.instrument.config.MeterFilter;
import java.time.Duration;
import org.apache.catalina.core.StandardHost;
import org.gongbao.publication.TransparencyLog;
import org.gongbao.system.GongbaoSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.HttpResource;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** What all addresses share: language, words, headers, errors and files that never change under their name. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SiteSettings.class, TrafficSettings.class})
@Import({Problems.class, ProblemController.class, ProblemTypeController.class, PageFrame.class})
public class WebConfiguration implements WebMvcConfigurer {

    private final RenderedPages rendered;

    WebConfiguration(ObjectProvider<ViewResolver> views) {
        this.rendered = new RenderedPages(views, System::nanoTime);
    }

    /** What the store was filled with decides, not what this start is told; without a store there is only the latter. */
    @Bean
    static SiteIdentity siteIdentity(GongbaoSettings settings, ObjectProvider<TransparencyLog> log) {
        TransparencyLog store = log.getIfAvailable();
        return SiteIdentity.of(settings, store == null ? settings.samples() : store.isOfSamples());
    }

    /** Words by language; the server's own language never decides. */
    @Bean
    static MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    /** Metrics are public; what is done at the desk is not, not even how often. */
    @Bean
    static MeterFilter metricsWithoutTheDesk() {
        return MeterFilter.deny(meter -> {
            String address = meter.getTag("uri");
            return address != null && (address.startsWith("/desk") || address.startsWith("/api/v1/submissions"));
        });
    }

    @Bean
    static WebMvcRegistrations handlerMappings() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new PrefixedMappings();
            }
        };
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadRequests() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(UnreadRequests.class.getName());
            }
        });
    }

    @Bean
    static ReaderLanguage localeResolver() {
        return new ReaderLanguage();
    }

    @Bean
    static FilterRegistrationBean<SecurityHeaders> securityHeaders() {
        FilterRegistrationBean<SecurityHeaders> filter = new FilterRegistrationBean<>(new SecurityHeaders());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    static FilterRegistrationBean<CrossOrigin> crossOrigin() {
        FilterRegistrationBean<CrossOrigin> filter = new FilterRegistrationBean<>(new CrossOrigin());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    /** Whoever stands behind a trusted proxy is known by the own address, everywhere. */
    @Bean
    static FilterRegistrationBean<ClientAddress> clientAddresses(TrafficSettings settings) {
        FilterRegistrationBean<ClientAddress> filter =
                new FilterRegistrationBean<>(new ClientAddress(settings.proxies()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }

    /** A machine that asks for more than people can read waits. */
    @Bean
    static FilterRegistrationBean<CrawlerLimit> crawlerLimit(TrafficSettings settings, GongbaoSettings shared) {
        FilterRegistrationBean<CrawlerLimit> filter =
                new FilterRegistrationBean<>(new CrawlerLimit(new Buckets(settings, System::nanoTime), shared.base()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
        return filter;
    }

    @Bean
    static FooterNotice footerNotice(SiteSettings settings) {
        return new FooterNotice(settings);
    }

    /** Pages whose state has no version are compared by what they say. */
    @Bean
    static FilterRegistrationBean<ShallowEtagHeaderFilter> pageTags() {
        ShallowEtagHeaderFilter tags = new ShallowEtagHeaderFilter();
        tags.setWriteWeakETag(true);
        FilterRegistrationBean<ShallowEtagHeaderFilter> filter = new FilterRegistrationBean<>(tags);
        filter.addUrlPatterns(
                "",
                "/search",
                "/search.html",
                "/search.json",
                "/search.atom",
                "/data",
                "/data/",
                "/def/*",
                "/gazette",
                "/gazette/*",
                "/gazette.json",
                "/sitemap",
                "/privacy",
                "/quality",
                "/quality/",
                "/quality.json");
        return filter;
    }

    /** Puts the content's hash into the addresses of style and script. */
    @Bean
    static FilterRegistrationBean<ResourceUrlEncodingFilter> resourceAddresses() {
        return new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ReaderLanguage()).excludePathPatterns("/assets/**");
        registry.addInterceptor(new LargePrint()).excludePathPatterns("/assets/**");
        registry.addInterceptor(rendered).addPathPatterns("/doc/*");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                // The hash in its address is its tag too; without one, a browser that asks again would get all of it
                // again.
                .setEtagGenerator(resource -> resource instanceof HttpResource versioned
                        ? versioned.getResponseHeaders().getETag()
                        : null)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
