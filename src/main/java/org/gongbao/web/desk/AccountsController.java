package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.function.Supplier;
import org.gongbao.access.Accounts;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.web.Refusal;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The security administrator's accounts. */
@Controller
class AccountsController {

    private final Accounts accounts;
    private final SiteIdentity identity;

    AccountsController(Accounts accounts, SiteIdentity identity) {
        this.accounts = accounts;
        this.identity = identity;
    }

    @Bean
    static DeskEntry accountsEntry() {
        return new DeskEntry(910, "accounts", "/desk/accounts", Set.of(Role.SECURITY_ADMINISTRATOR));
    }

    @For(Role.SECURITY_ADMINISTRATOR)
    @GetMapping("/desk/accounts")
    String list(Model model) {
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("all", Role.values());
        return "desk/accounts";
    }

    @Fresh
    @For(Role.SECURITY_ADMINISTRATOR)
    @PostMapping("/desk/accounts")
    String invite(
            HttpServletResponse response,
            Person person,
            @RequestParam String name,
            @RequestParam String displayName,
            @RequestParam @Nullable String department,
            @RequestParam(required = false) @Nullable Set<String> roles,
            Model model) {
        return Forms.done(
                response,
                model,
                () -> link(
                        model,
                        accounts.invite(person, name, displayName, Forms.blankAsNull(department), rolesOf(roles))),
                () -> list(model));
    }

    @For(Role.SECURITY_ADMINISTRATOR)
    @GetMapping("/desk/accounts/{id}")
    String one(@PathVariable String id, Model model) {
        model.addAttribute("account", accounts.find(id).orElseThrow(Refusal::notFound));
        model.addAttribute("all", Role.values());
        return "desk/account";
    }

    @Fresh
    @For(Role.SECURITY_ADMINISTRATOR)
    @PostMapping("/desk/accounts/{id}/roles")
    String roles(
            HttpServletResponse response,
            Person person,
            @PathVariable String id,
            @RequestParam @Nullable String department,
            @RequestParam(required = false) @Nullable Set<String> roles,
            Model model) {
        return change(
                response,
                id,
                model,
                () -> accounts.setRoles(person, id, Forms.blankAsNull(department), rolesOf(roles)));
    }

    @Fresh
    @For(Role.SECURITY_ADMINISTRATOR)
    @PostMapping("/desk/accounts/{id}/lock")
    String lock(HttpServletResponse response, Person person, @PathVariable String id, Model model) {
        return change(response, id, model, () -> accounts.lock(person, id));
    }

    @Fresh
    @For(Role.SECURITY_ADMINISTRATOR)
    @PostMapping("/desk/accounts/{id}/unlock")
    String unlock(HttpServletResponse response, Person person, @PathVariable String id, Model model) {
        return change(response, id, model, () -> accounts.unlock(person, id));
    }

    @Fresh
    @For(Role.SECURITY_ADMINISTRATOR)
    @PostMapping("/desk/accounts/{id}/second-factor")
    String secondFactor(HttpServletResponse response, Person person, @PathVariable String id, Model model) {
        return change(response, id, model, () -> accounts.resetSecondFactor(person, id));
    }

    @Fresh
    @For(Role.SECURITY_ADMINISTRATOR)
    @PostMapping("/desk/accounts/{id}/password")
    String password(HttpServletResponse response, Person person, @PathVariable String id, Model model) {
        return ask(response, id, model, () -> link(model, accounts.resetPassword(person, id)));
    }

    /** Changes an account and goes back to its page. */
    private String change(HttpServletResponse response, String id, Model model, Runnable change) {
        return ask(response, id, model, () -> {
            change.run();
            return "redirect:/desk/accounts/" + id;
        });
    }

    private String ask(HttpServletResponse response, String id, Model model, Supplier<String> ask) {
        if (accounts.find(id).isEmpty()) {
            throw Refusal.notFound();
        }
        return Forms.done(response, model, ask, () -> one(id, model));
    }

    private String link(Model model, String token) {
        model.addAttribute("link", identity.base() + "/desk/invitation/" + token);
        return "desk/link";
    }

    private static Set<Role> rolesOf(@Nullable Set<String> codes) {
        return Forms.ticked(codes, Role::of, "roles");
    }
}
