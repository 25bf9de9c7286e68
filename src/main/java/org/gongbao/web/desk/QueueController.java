package org.gongbao.web.desk;

import java.util.Map;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.review.DeskQueues;
import org.gongbao.review.Queue;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people arrive after sign-in: the queues of the desk. */
@Controller
class QueueController {

    private static final int ROWS = 50;

    private final DeskQueues queues;

    QueueController(DeskQueues queues) {
        this.queues = queues;
    }

    @ForEveryone
    @GetMapping("/desk")
    String page(
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(defaultValue = "1") int page,
            Person person,
            Model model) {
        if (person.roles().stream().anyMatch(Role::isAdministrator)) {
            return "desk/home";
        }
        Map<Queue, Long> counts = queues.counts(person);
        Queue shown = queue == null ? first(person, counts) : queue(queue);
        int from = Math.max(0, page - 1) * ROWS;
        model.addAttribute("counts", counts);
        model.addAttribute("queue", shown);
        model.addAttribute("submissions", queues.list(person, shown, from, ROWS));
        model.addAttribute("page", Math.max(1, page));
        model.addAttribute("pages", (counts.getOrDefault(shown, 0L) + ROWS - 1) / ROWS);
        model.addAttribute("maySubmit", person.has(Role.SUBMITTER));
        return "desk/queues";
    }

    /** What waits for somebody comes before what does not. */
    private static Queue first(Person person, Map<Queue, Long> counts) {
        Queue wanted = person.has(Role.SUBMITTER) ? Queue.MINE : Queue.WAITING;
        if (counts.getOrDefault(wanted, 0L) > 0) {
            return wanted;
        }
        return counts.getOrDefault(Queue.NEW, 0L) > 0 && person.isOfOffice() ? Queue.NEW : Queue.ALL;
    }

    private static Queue queue(String code) {
        try {
            return Queue.of(code);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
