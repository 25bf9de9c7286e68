package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.gongbao.access.Account;
import org.gongbao.access.Trail;
import org.gongbao.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** People see where they are signed in, and end what they do not know (我的登录). */
@Controller
class SessionsController {

    private final DeskSessions sessions;
    private final OpenSessions open;
    private final Trail trail;

    SessionsController(DeskSessions sessions, OpenSessions open, Trail trail) {
        this.sessions = sessions;
        this.open = open;
        this.trail = trail;
    }

    @ForEveryone
    @GetMapping("/desk/sessions")
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("sessions", open.of(account(request)));
        model.addAttribute("own", open.of(request).map(OpenSession::id).orElse(""));
        return "desk/sessions";
    }

    @ForEveryone
    @PostMapping("/desk/sessions/{id}/end")
    String end(HttpServletRequest request, @PathVariable String id) {
        List<OpenSession> meant = open.of(account(request)).stream()
                .filter(session -> session.id().equals(id))
                .toList();
        if (meant.isEmpty()) {
            throw Refusal.notFound();
        }
        end(request, meant);
        return "redirect:/desk/sessions";
    }

    @ForEveryone
    @PostMapping("/desk/sessions/others")
    String endOthers(HttpServletRequest request) {
        String own = open.of(request).map(OpenSession::id).orElse("");
        end(
                request,
                open.of(account(request)).stream()
                        .filter(session -> !session.id().equals(own))
                        .toList());
        return "redirect:/desk/sessions";
    }

    private void end(HttpServletRequest request, List<OpenSession> meant) {
        if (!meant.isEmpty()) {
            String id = account(request).id();
            trail.append(id, "session.end", id, Map.of("sessions", Integer.toString(meant.size())));
            meant.forEach(OpenSession::end);
        }
    }

    private Account account(HttpServletRequest request) {
        return sessions.account(request).orElseThrow();
    }
}
