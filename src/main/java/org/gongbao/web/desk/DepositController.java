package org.gongbao.web.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.gongbao.access.ApiToken;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.ingest.StatedModes;
import org.gongbao.record.CanonicalJson;
import org.gongbao.review.BundleLimits;
import org.gongbao.review.BundleProblem;
import org.gongbao.review.Move;
import org.gongbao.review.StaleSubmissionException;
import org.gongbao.review.State;
import org.gongbao.review.Submission;
import org.gongbao.review.SubmissionBundle;
import org.gongbao.review.Submissions;
import org.gongbao.system.DataFolder;
import org.gongbao.web.Problems;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * Machines hand in (接口报送): a bundle is taken at once or refused with all that is wrong with it; what is read of it is asked for
 * later. What a machine hands in waits for the department's approver, as if a person had confirmed it.
 */
@Controller
class DepositController {

    private static final int LONGEST_KEY = 200;

    private final Submitting submitting;
    private final Submissions submissions;
    private final DepositStatus status;
    private final Problems problems;
    private final MessageSource messages;
    private final StatedModes statedModes;
    private final DataFolder folder;

    DepositController(
            Submitting submitting,
            Submissions submissions,
            DepositStatus status,
            Problems problems,
            MessageSource messages,
            StatedModes statedModes,
            DataFolder folder) {
        this.statedModes = statedModes;
        this.submitting = submitting;
        this.submissions = submissions;
        this.status = status;
        this.problems = problems;
        this.messages = messages;
        this.folder = folder;
    }

    @ForMachines(ApiToken.Scope.SUBMIT)
    @PostMapping("/api/v1/submissions")
    @Nullable
    ResponseEntity<byte[]> submit(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.CONTENT_TYPE, defaultValue = "") String type,
            HttpServletRequest request,
            HttpServletResponse response,
            ApiToken token)
            throws IOException {
        if (key != null && key.length() > LONGEST_KEY) {
            throw Refusal.badRequest("desk.too-long", key.length(), LONGEST_KEY);
        }
        Path work = Files.createTempDirectory(folder.folder("work/deposits"), "deposit");
        try {
            SubmissionBundle.Result read =
                    SubmissionBundle.read(request.getInputStream(), type, work, BundleLimits.DEFAULT);
            if (read instanceof SubmissionBundle.Result.Refused refused) {
                refuse(refused.problems(), response);
                return null;
            }
            return accepted(take(((SubmissionBundle.Result.Whole) read).bundle(), key, token));
        } finally {
            clear(work);
        }
    }

    /** A request that was broken off after its files had come is gone on with when it is made again. */
    private Submission take(SubmissionBundle bundle, @Nullable String key, ApiToken token) {
        Person machine = new Person(token.id(), token.label(), token.department(), Set.of(Role.SUBMITTER));
        List<Submitting.Upload> uploads = bundle.files().stream()
                .map(file ->
                        new Submitting.Upload(file.name(), file.role(), () -> Files.newInputStream(file.content())))
                .toList();
        Submission taken = submitting.submit(
                new Submitting.Sender(machine.id(), machine.name(), token.department()), uploads, key);
        if (taken.state() != State.DRAFT) {
            return taken;
        }
        try {
            return confirmed(taken, bundle, machine);
        } catch (StaleSubmissionException e) {
            // The same request at the same time was quicker.
            return e.current();
        }
    }

    private Submission confirmed(Submission taken, SubmissionBundle bundle, Person machine) {
        Submission stated = submissions.state(machine, taken.id(), taken.version(), bundle.statement());
        if (bundle.releaseAt() != null) {
            submissions.comment(machine, taken.id(), word("desk.wanted-minute", bundle.releaseAt()));
        }
        Submission confirmed = submissions.move(machine, stated.id(), stated.version(), Move.CONFIRM, "");
        statedModes.catchUp(confirmed.id());
        return confirmed;
    }

    private ResponseEntity<byte[]> accepted(Submission submission) {
        return ResponseEntity.accepted()
                .header(HttpHeaders.LOCATION, "/api/v1/submissions/" + submission.id())
                .contentType(MediaType.APPLICATION_JSON)
                .body(CanonicalJson.bytes(status.of(submission)));
    }

    private void refuse(List<BundleProblem> found, HttpServletResponse response) throws IOException {
        List<Map<String, Object>> listed = found.stream()
                .map(problem -> Map.<String, Object>of(
                        "pointer",
                        problem.pointer(),
                        "code",
                        problem.code(),
                        "message",
                        word(problem.messageKey(), problem.arguments().toArray())))
                .toList();
        problems.write(
                response,
                HttpStatus.UNPROCESSABLE_CONTENT.value(),
                "bundle",
                word("problem.bundle.title"),
                word("problem.bundle.text", found.size()),
                Map.of("problems", listed));
    }

    private String word(String key, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, LocaleContextHolder.getLocale()));
    }

    @ForMachines(ApiToken.Scope.STATUS)
    @GetMapping("/api/v1/submissions/{id}")
    ResponseEntity<byte[]> status(@PathVariable String id, ApiToken token) {
        Submission submission = submissions
                .find(id)
                .filter(found -> found.department().equals(token.department()))
                .orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(CanonicalJson.bytes(status.of(submission)));
    }

    private static void clear(Path work) {
        try (var files = Files.list(work)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(work);
        } catch (IOException e) {
            throw new UncheckedIOException("the working folder " + work + " cannot be cleared", e);
        }
    }
}
