package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.gongbao.access.ApiToken;
import org.gongbao.access.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The gate before every address of the desk, and who asks as an argument of its methods. */
@Configuration(proxyBeanMethods = false)
class DeskWeb implements WebMvcConfigurer {

    private final DeskGate gate;
    private final DeskSessions sessions;

    DeskWeb(DeskGate gate, DeskSessions sessions) {
        this.gate = gate;
        this.sessions = sessions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new Asker());
    }

    /** Gives a {@link Person} who is signed in, or the {@link ApiToken} of a machine. */
    private final class Asker implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Person.class || parameter.getParameterType() == ApiToken.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            if (parameter.getParameterType() == ApiToken.class) {
                return DeskGate.machine().orElseThrow();
            }
            HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
            if (asked == null) {
                throw new IllegalStateException("not asked over HTTP");
            }
            return sessions.account(asked).orElseThrow().person();
        }
    }
}
