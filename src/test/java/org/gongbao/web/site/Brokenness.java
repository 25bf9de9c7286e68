package org.gongbao.web.site;

import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** An address that fails, for looking at how failure is answered. */
class Brokenness {

    static final String ADDRESS = "/broken-for-tests";

    @Bean
    RouterFunction<ServerResponse> broken() {
        return RouterFunctions.route()
                .GET(ADDRESS, request -> {
                    throw new IllegalStateException("broken on purpose: secret detail");
                })
                .build();
    }
}
