package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.gongbao.access.AccessRefusedException;
import org.gongbao.access.ApiToken;
import org.gongbao.access.ApiTokens;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The security administrator's tokens for machines. */
@Controller
class TokensController {

    private final ApiTokens tokens;
    private final Clock clock;

    TokensController(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Bean
    static DeskEntry tokensEntry() {
        return new DeskEntry(920, "tokens", "/desk/tokens", Set.of(Role.SECURITY_ADMINISTRATOR));
    }

    @For(Role.SECURITY_ADMINISTRATOR)
    @GetMapping("/desk/tokens")
    String list(Model model) {
        model.addAttribute("tokens", tokens.all());
        model.addAttribute("scopes", ApiToken.Scope.values());
        model.addAttribute("now", clock.instant());
        return "desk/tokens";
    }

    @Fresh
    @For(Role.SECURITY_ADMINISTRATOR)
    @PostMapping("/desk/tokens")
    String issue(
            HttpServletResponse response,
            Person person,
            @RequestParam String label,
            @RequestParam String department,
            @RequestParam(required = false) @Nullable Set<String> scopes,
            @RequestParam String days,
            Model model) {
        return Forms.done(
                response,
                model,
                () -> {
                    model.addAttribute("token", tokens.issue(person, label, department, scopesOf(scopes), life(days)));
                    return "desk/token";
                },
                () -> list(model));
    }

    @Fresh
    @For(Role.SECURITY_ADMINISTRATOR)
    @PostMapping("/desk/tokens/{id}/revoke")
    String revoke(Person person, @PathVariable String id) {
        tokens.revoke(person, id);
        return "redirect:/desk/tokens";
    }

    private static Duration life(String days) {
        if (!days.matches("[0-9]{1,3}")) {
            throw new AccessRefusedException("token-life");
        }
        return Duration.ofDays(Integer.parseInt(days));
    }

    private static Set<ApiToken.Scope> scopesOf(@Nullable Set<String> codes) {
        return Forms.ticked(codes, code -> ApiToken.Scope.valueOf(code.toUpperCase(Locale.ROOT)), "token");
    }
}
