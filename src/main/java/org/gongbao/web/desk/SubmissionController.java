package org.gongbao.web.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.ingest.StatedModes;
import org.gongbao.publication.PublicCorrection;
import org.gongbao.record.DocumentRecord;
import org.gongbao.review.Deadlines;
import org.gongbao.review.Move;
import org.gongbao.review.Procedure;
import org.gongbao.review.State;
import org.gongbao.review.Statement;
import org.gongbao.review.Submission;
import org.gongbao.review.SubmissionRefusedException;
import org.gongbao.review.Submissions;
import org.gongbao.review.SubmittedDocument;
import org.gongbao.review.WorkingCalendar;
import org.gongbao.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A submission on the desk: where it stands, what was understood of it, what is stated, and what may be done with it now. */
@Controller
class SubmissionController {

    private final Submissions submissions;
    private final Understandings understandings;
    private final Twins twins;
    private final Deadlines deadlines;
    private final StatedModes statedModes;
    private final Clock clock;

    SubmissionController(
            Submissions submissions,
            Understandings understandings,
            Twins twins,
            Deadlines deadlines,
            StatedModes statedModes,
            Clock clock) {
        this.statedModes = statedModes;
        this.submissions = submissions;
        this.understandings = understandings;
        this.twins = twins;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @For({Role.SUBMITTER, Role.DEPARTMENT_APPROVER, Role.EDITOR, Role.CHIEF_EDITOR, Role.PRIVACY_REVIEWER})
    @GetMapping("/desk/submissions/{id}")
    String page(@PathVariable String id, Person person, Model model) {
        Submission submission = find(id, person);
        model.addAttribute("submission", submission);
        List<Understandings.Understood> understood = understandings.of(submission);
        model.addAttribute("understood", understood);
        model.addAttribute("twins", submission.state().isDone() ? List.of() : twins.of(person, submission, understood));
        model.addAttribute("history", submissions.history(submission));
        model.addAttribute("moves", submissions.open(person, submission));
        model.addAttribute("mayEdit", Procedure.mayEdit(person, submission));
        model.addAttribute("lockedForOthers", submissions.isLockedForOthers(submission, person));
        model.addAttribute("problems", submission.statement().problems());
        model.addAttribute("modes", Statement.Mode.values());
        model.addAttribute("due", due(submission, understood));
        model.addAttribute("reviews", submissions.procedure().reviews());
        model.addAttribute("isWithDepartment", submission.state().isWithDepartment());
        model.addAttribute("isScheduled", submission.state() == State.SCHEDULED);
        return "desk/submission";
    }

    /** Until when, by the date of the main document. */
    private WorkingCalendar.Count due(Submission submission, List<Understandings.Understood> understood) {
        LocalDate madeOn = understood.stream()
                .filter(each -> each.document().kind() == SubmittedDocument.Kind.MAIN)
                .map(Understandings.Understood::record)
                .filter(Objects::nonNull)
                .map(DocumentRecord::issuedOn)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return deadlines.of(submission, madeOn);
    }

    private Submission find(String id, Person person) {
        return submissions.find(id, person).orElseThrow(Refusal::notFound);
    }

    @For({Role.SUBMITTER, Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/submissions/{id}/statement")
    String state(@PathVariable String id, @RequestParam int version, StatementForm form, Person person) {
        submissions.state(person, id, version, form.statement());
        return "redirect:/desk/submissions/" + id + "#statement";
    }

    @For({Role.SUBMITTER, Role.DEPARTMENT_APPROVER, Role.EDITOR, Role.CHIEF_EDITOR})
    @PostMapping("/desk/submissions/{id}/moves")
    String move(
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam String move,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String releaseAt,
            @RequestParam(defaultValue = "false") boolean privacy,
            Person person) {
        Move wanted = Arrays.stream(Move.values())
                .filter(known -> known.isByPerson() && known.code().equals(move))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest("desk.move", move));
        if (wanted == Move.SCHEDULE) {
            if (understandings.hasUndecided(find(id, person))) {
                throw new SubmissionRefusedException("personal-data-undecided", "undecided personal data in " + id);
            }
            submissions.schedule(person, id, version, Minutes.of(releaseAt, clock));
        } else if (wanted == Move.AMEND && !note.isBlank()) {
            submissions.amend(person, id, version, new PublicCorrection(Texts.limited(note), privacy));
        } else if (wanted == Move.CONFIRM) {
            Runnable stated = statedModes.confirmedBy(person.id(), find(id, person));
            submissions.moveWith(person, id, version, wanted, Texts.limited(note), sql -> stated.run());
        } else {
            submissions.move(person, id, version, wanted, Texts.limited(note));
        }
        return submissions.find(id, person).isPresent() ? "redirect:/desk/submissions/" + id : "redirect:/desk";
    }

    @For({Role.SUBMITTER, Role.DEPARTMENT_APPROVER, Role.EDITOR, Role.CHIEF_EDITOR, Role.PRIVACY_REVIEWER})
    @PostMapping("/desk/submissions/{id}/comments")
    String comment(@PathVariable String id, @RequestParam String text, Person person) {
        find(id, person);
        if (!text.isBlank()) {
            submissions.comment(person, id, Texts.limited(text));
        }
        return "redirect:/desk/submissions/" + id + "#history";
    }
}
