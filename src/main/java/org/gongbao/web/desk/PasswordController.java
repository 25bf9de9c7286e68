package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongbao.access.Account;
import org.gongbao.access.Credentials;
import org.gongbao.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People change their password, by themselves or because they must. */
@Controller
class PasswordController {

    private final Credentials credentials;
    private final DeskSessions sessions;
    private final Tries tries;

    PasswordController(Credentials credentials, DeskSessions sessions, Tries tries) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.tries = tries;
    }

    @ForStage({Stage.CHANGE, Stage.DONE})
    @GetMapping("/desk/password")
    String page(HttpServletRequest request, Model model) {
        local(request);
        model.addAttribute("must", sessions.stage(request).orElseThrow() == Stage.CHANGE);
        model.addAttribute("policy", credentials.policy());
        return "desk/password";
    }

    @ForStage({Stage.CHANGE, Stage.DONE})
    @PostMapping("/desk/password")
    String change(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String before,
            @RequestParam String password,
            @RequestParam String again,
            Model model) {
        Account account = local(request);
        tries.take(request, response, account.signInName());
        return Forms.done(
                response,
                model,
                () -> {
                    SetupController.checkSame(password, again);
                    Account changed = credentials.change(account.id(), before, password);
                    return Forms.next(sessions.afterChange(request, response, changed));
                },
                () -> page(request, model));
    }

    /** Who signs in at a provider changes the password there. */
    private Account local(HttpServletRequest request) {
        return sessions.account(request).filter(Account::hasPassword).orElseThrow(Refusal::notFound);
    }
}
