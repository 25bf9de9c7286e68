package org.gongbao.web.desk;

import java.util.List;
import java.util.Set;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.publication.Fulfilment;
import org.gongbao.publication.Fulfilments;
import org.gongbao.search.Duty;
import org.gongbao.search.DutyCursor;
import org.gongbao.search.DutyResult;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Evidence that duties were fulfilled (履行登记): the office registers it for every duty, a department for those of which it is a
 * responsible unit. It is public at once, and at once no more when it is revoked.
 */
@Controller
class FulfilmentController {

    private static final int ON_A_PAGE = 50;

    private final Fulfilments fulfilments;
    private final SeenDuties duties;
    private final FulfilmentForm form;

    FulfilmentController(Fulfilments fulfilments, SeenDuties duties, FulfilmentForm form) {
        this.fulfilments = fulfilments;
        this.duties = duties;
        this.form = form;
    }

    @Bean
    static DeskEntry dutiesEntry() {
        return new DeskEntry(
                315,
                "duties",
                "/desk/duties",
                Set.of(Role.SUBMITTER, Role.DEPARTMENT_APPROVER, Role.EDITOR, Role.CHIEF_EDITOR));
    }

    /** Duties that the person may register evidence for; to the office also evidence whose duty has changed its words. */
    @For({Role.SUBMITTER, Role.DEPARTMENT_APPROVER, Role.EDITOR, Role.CHIEF_EDITOR})
    @GetMapping("/desk/duties")
    String list(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String after,
            Person person,
            Model model) {
        String asked = Texts.limited(unit, 200);
        DutyResult result = duties.list(person, asked, place(after), ON_A_PAGE);
        model.addAttribute("unit", asked);
        model.addAttribute("isOffice", person.department() == null);
        model.addAttribute("total", result.total());
        model.addAttribute("duties", result.duties());
        model.addAttribute(
                "evidence",
                fulfilments.of(result.duties().stream().map(Duty::key).toList()));
        model.addAttribute("next", result.next() == null ? null : result.next().toString());
        model.addAttribute("loose", person.department() == null ? duties.loose() : List.of());
        return "desk/duties";
    }

    private static @Nullable DutyCursor place(String after) {
        try {
            return after.isEmpty() ? null : DutyCursor.parse(after);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("cursor", after);
        }
    }

    @For({Role.SUBMITTER, Role.DEPARTMENT_APPROVER, Role.EDITOR, Role.CHIEF_EDITOR})
    @GetMapping("/desk/duties/{key}")
    String page(@PathVariable String key, Person person, Model model) {
        model.addAttribute("duty", duties.find(key, person).orElseThrow(Refusal::notFound));
        model.addAttribute("evidence", fulfilments.of(List.of(key)).getOrDefault(key, List.of()));
        return "desk/duty";
    }

    @For({Role.SUBMITTER, Role.DEPARTMENT_APPROVER, Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/duties/{key}")
    String register(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String dated,
            Person person) {
        Duty duty = duties.find(key, person).orElseThrow(Refusal::notFound);
        fulfilments.register(
                key, new org.gongbao.publication.Uid(duty.uid()), form.read(evidence, title, dated), person.id());
        return "redirect:/desk/duties/" + key;
    }

    @For({Role.SUBMITTER, Role.DEPARTMENT_APPROVER, Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/duties/{key}/{id}/revoke")
    String revoke(@PathVariable String key, @PathVariable String id, Person person) {
        Fulfilment standing =
                fulfilments.find(id).filter(each -> each.duty().equals(key)).orElseThrow(Refusal::notFound);
        boolean isThere = duties.find(key, person).isPresent();
        if (!isThere && person.department() != null) {
            throw Refusal.notFound();
        }
        fulfilments.revoke(standing.id(), person.id());
        return isThere ? "redirect:/desk/duties/" + key : "redirect:/desk/duties";
    }
}
