package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.gongbao.access.Account;
import org.gongbao.access.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-in with name and password, then with a code; and sign-out. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final DeskSessions sessions;
    private final Tries tries;

    SignInController(SignIn signIn, DeskSessions sessions, Tries tries) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.tries = tries;
    }

    @ForVisitors
    @GetMapping("/desk/sign-in")
    String page(@RequestParam(required = false) @Nullable String refused, Model model) {
        if (refused != null) {
            model.addAttribute("error", "provider-refused");
        }
        return "desk/sign-in";
    }

    @ForVisitors
    @PostMapping("/desk/sign-in")
    String password(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String name,
            @RequestParam String password,
            Model model) {
        tries.take(request, response, name);
        Optional<Account> account = signIn.password(name, password);
        if (account.isEmpty()) {
            return Forms.again(response, model, "sign-in", "desk/sign-in");
        }
        return Forms.next(sessions.afterPassword(request, response, account.get()));
    }

    @ForStage(Stage.CODE)
    @GetMapping("/desk/code")
    String codePage() {
        return "desk/code";
    }

    @ForStage(Stage.CODE)
    @PostMapping("/desk/code")
    String code(HttpServletRequest request, HttpServletResponse response, @RequestParam String code, Model model) {
        Account half = sessions.account(request).orElseThrow();
        tries.take(request, response, half.signInName());
        Optional<Account> account = signIn.code(half.id(), code);
        if (account.isEmpty()) {
            return Forms.again(response, model, "code", "desk/code");
        }
        return Forms.next(sessions.afterProof(request, response, account.get()));
    }

    @ForStage({Stage.CODE, Stage.ENROL, Stage.CHANGE, Stage.DONE})
    @PostMapping("/desk/sign-out")
    String signOut(HttpServletRequest request) {
        sessions.end(request);
        return "redirect:" + DeskGate.SIGN_IN;
    }
}
