package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.gongbao.access.Account;
import org.gongbao.access.ApiToken;
import org.gongbao.access.Person;
import org.gongbao.access.Trail;
import org.gongbao.web.Problems;
import org.gongbao.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ModelAndViewDefiningException;

/** Lets through who an address of the desk is for, and nobody where it does not say so. */
@Component
class DeskGate implements HandlerInterceptor {

    static final String SIGN_IN = "/desk/sign-in";

    private final DeskSessions sessions;
    private final Trail trail;
    private final FreshProof proof;

    DeskGate(DeskSessions sessions, Trail trail, FreshProof proof) {
        this.proof = proof;
        this.sessions = sessions;
        this.trail = trail;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ModelAndViewDefiningException {
        if (!isOfDesk(request, handler)) {
            return true;
        }
        if (!(handler instanceof HandlerMethod method)) {
            throw Refusal.notFound();
        }
        DeskRule rule = DeskRule.of(method);
        if (rule instanceof DeskRule.Visitors) {
            return true;
        }
        if (rule instanceof DeskRule.Nobody) {
            return forbidden(request);
        }
        if (rule instanceof DeskRule.Machines machines) {
            return machine().filter(token -> token.may(machines.scope())).isPresent() || forbidden(request);
        }
        Optional<Stage> stage = sessions.stage(request);
        if (stage.isEmpty()) {
            sessions.end(request);
            return toSignIn(request, response);
        }
        if (rule instanceof DeskRule.Stages stages) {
            return stages.stages().contains(stage.get())
                    || redirect(response, stage.get().page());
        }
        if (stage.get() != Stage.DONE) {
            return redirect(response, stage.get().page());
        }
        Account account = sessions.account(request).orElseThrow();
        Person person = account.person();
        if (!(rule instanceof DeskRule.People people) || people.roles().stream().noneMatch(person::has)) {
            return forbidden(request);
        }
        return !method.hasMethodAnnotation(Fresh.class) || isProven(request, response, account);
    }

    private boolean isProven(HttpServletRequest request, HttpServletResponse response, Account account)
            throws ModelAndViewDefiningException {
        Optional<ModelAndView> page = proof.asked(request, response, account);
        if (page.isPresent()) {
            throw new ModelAndViewDefiningException(page.get());
        }
        return true;
    }

    /** By its path or by where its code is: neither alone lets anything slip through. */
    private static boolean isOfDesk(HttpServletRequest request, Object handler) {
        String path = request.getServletPath();
        return isOrIsUnder(path, "/desk")
                || isOrIsUnder(path, "/api/v1/submissions")
                || handler instanceof HandlerMethod method
                        && method.getBeanType().getPackageName().equals(DeskGate.class.getPackageName());
    }

    private static boolean isOrIsUnder(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    static Optional<ApiToken> machine() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof MachineUser machine
                ? Optional.of(machine.token())
                : Optional.empty();
    }

    /** A person is led to the page; what only reads answers by itself is told the plain truth. */
    static boolean toSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Problems.isForPeople(request)) {
            return redirect(response, SIGN_IN);
        }
        response.sendError(HttpStatus.UNAUTHORIZED.value());
        return false;
    }

    private static boolean redirect(HttpServletResponse response, String page) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", page);
        return false;
    }

    /** That somebody who is known tried what is not allowed is for the trail. */
    private boolean forbidden(HttpServletRequest request) {
        String who = machine()
                .map(ApiToken::id)
                .or(() -> sessions.account(request).map(Account::id))
                .orElse("unknown");
        String address = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        trail.append(who, "access.refused", address, Map.of("method", request.getMethod()));
        throw new Refusal(HttpStatus.FORBIDDEN, "403");
    }
}
