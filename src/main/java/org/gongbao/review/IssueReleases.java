package org.gongbao.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.Obstacle;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicCorrection;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.ReleaseStep;
import org.gongbao.publication.TimedReleases;
import org.gongbao.publication.Uid;
import org.gongbao.review.IssuePlan.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From the finished edition to the public (定版与发布). Web edition and PDF are in one package and one event of the log, so they go
 * out in the same moment. Who put an issue together does not release it.
 */
public final class IssueReleases implements ReleaseStep {

    private final IssuePlans plans;
    private final IssueEditions editions;
    private final PublishedDocuments documents;
    private final Publisher publisher;
    private final TimedReleases timed;
    private final IssueProofs proofs;

    IssueReleases(
            IssuePlans plans,
            IssueEditions editions,
            PublishedDocuments documents,
            Publisher publisher,
            TimedReleases timed,
            IssueProofs proofs) {
        this.proofs = proofs;
        this.plans = plans;
        this.editions = editions;
        this.documents = documents;
        this.publisher = publisher;
        this.timed = timed;
    }

    /** Documents of a plan that are public no more. */
    public List<Uid> gone(IssuePlan plan) {
        return plans.items(plan).stream()
                .map(Item::uid)
                .filter(uid -> !(documents.find(uid).orElse(null) instanceof PublicState.Public))
                .toList();
    }

    /** Why an edition cannot be made yet, as words of {@code desk.refused}; empty where it can. */
    public List<String> missing(IssuePlan plan) {
        List<Uid> uids = plans.items(plan).stream().map(Item::uid).toList();
        List<String> missing = new ArrayList<>();
        if (uids.size() == gone(plan).size()) {
            missing.add("no-items");
        }
        if (plan.amends() == null && !gone(plan).isEmpty()) {
            missing.add("item-gone");
        }
        missing.addAll(proofs.missing(plan));
        return missing;
    }

    /**
     * Makes the edition from the documents as they are public now.
     *
     * @throws IssueRefusedException with the first of {@link #missing}
     */
    public IssuePlan proof(Person person, Uid uid, int seen) {
        IssuePlan plan = plans.seen(uid, seen);
        missing(plan).stream().findFirst().ifPresent(word -> {
            throw new IssueRefusedException(word, "no edition of " + uid + " can be made: " + word);
        });
        if (!IssueAction.PROOF.isFrom(plan.state())) {
            throw new IssueRefusedException("issue-not-from-here", "an edition is made in state " + plan.state());
        }
        int pages = editions.make(plan, plans.items(plan));
        return plans.change(person, uid, seen, IssueAction.PROOF, "", (change, rows) -> {
            change.edition = seen + 1;
            change.pages = pages;
            change.problem = null;
        });
    }

    /** The files of the edition that waits for release or is released. */
    public Optional<PackageContent> edition(IssuePlan plan) {
        return plan.edition() == null ? Optional.empty() : Optional.of(editions.content(plan));
    }

    /** Takes it back into work; a set release is taken back. */
    public IssuePlan reopen(Person person, Uid uid, int seen, String reason) {
        if (plans.seen(uid, seen).state() == IssueState.SCHEDULED) {
            timed.cancel(uid);
        }
        return plans.change(person, uid, seen, IssueAction.REOPEN, reason, (change, rows) -> {
            change.edition = null;
            change.releaseAt = null;
            change.problem = null;
        });
    }

    /** Whether a person may release it: a chief editor without a hand in it. */
    public boolean mayRelease(Person person, IssuePlan plan) {
        return plan.state() == IssueState.PROOFED
                && person.has(Role.CHIEF_EDITOR)
                && !IssuePlans.hasMade(person, plans.history(plan));
    }

    /**
     * Releases it at once, or at a minute. What replaces a public edition goes out at once.
     *
     * @param at what is past, or null, means at once
     */
    public IssuePlan release(Person person, Uid uid, int seen, @Nullable Instant at) {
        chief(person);
        if (IssuePlans.hasMade(person, plans.history(plans.seen(uid, seen)))) {
            throw new IssueRefusedException("own-issue", person.id() + " had a hand in issue " + uid);
        }
        Instant minute = at == null || at.isBefore(plans.now()) ? plans.now() : at;
        IssuePlan plan = plans.change(
                person,
                uid,
                seen,
                IssueAction.SCHEDULE,
                "",
                (change, rows) -> change.releaseAt = change.amends == null ? minute : plans.now());
        String problem = plan.amends() == null ? schedule(plan, minute) : replace(plan, plan.amends());
        if (problem != null) {
            plans.happened(uid, IssueAction.HOLD_BACK, problem, (change, rows) -> {
                change.problem = problem;
                change.releaseAt = null;
            });
        }
        return plans.find(uid).orElseThrow();
    }

    private @Nullable String schedule(IssuePlan plan, Instant minute) {
        PackageContent content = editions.content(plan);
        List<Obstacle> obstacles =
                timed.schedule(plan.uid(), content.record(), content, LogEvent.Type.RELEASED, minute);
        return text(obstacles);
    }

    private @Nullable String replace(IssuePlan plan, String reason) {
        PackageContent content = editions.content(plan);
        boolean hidesSomething = !gone(plan).isEmpty();
        Publisher.Outcome outcome =
                publisher.correct(plan.uid(), content.record(), content, new PublicCorrection(reason, hidesSomething));
        if (outcome instanceof Publisher.Outcome.Held held) {
            return text(held.obstacles());
        }
        if (outcome instanceof Publisher.Outcome.Unchanged) {
            plans.happened(plan.uid(), IssueAction.RELEASE, "", (change, rows) -> change.amends = null);
        }
        return null;
    }

    private static @Nullable String text(List<Obstacle> obstacles) {
        return obstacles.isEmpty()
                ? null
                : obstacles.stream().map(Obstacle::reason).collect(Collectors.joining("; "));
    }

    /** Why a set release did not happen at its minute. */
    public Optional<String> problem(IssuePlan plan) {
        return Optional.ofNullable(plan.problem())
                .or(() -> timed.waiting(plan.uid()).map(TimedReleases.Waiting::problem));
    }

    /** Takes a released issue into work again, to replace its public edition; that one stays public until then. */
    public IssuePlan amend(Person person, Uid uid, int seen, String publicReason) {
        chief(person);
        if (publicReason.isBlank()) {
            throw new IssueRefusedException("needs-reason", "the public reads why an edition was replaced");
        }
        return plans.change(person, uid, seen, IssueAction.AMEND, publicReason, (change, rows) -> {
            change.amends = publicReason;
            change.edition = null;
            change.releaseAt = null;
        });
    }

    /** Takes the whole issue out of the public, PDF and all; its documents stay. */
    public void withdraw(Person person, Uid uid, int seen, String publicReason) {
        chief(person);
        if (publicReason.isBlank()) {
            throw new IssueRefusedException("needs-reason", "the public reads why an issue was withdrawn");
        }
        if (!(documents.find(uid).orElse(null) instanceof PublicState.Public)) {
            throw new IssueRefusedException("issue-not-from-here", "issue " + uid + " is not public");
        }
        plans.change(person, uid, seen, IssueAction.TAKE_DOWN, publicReason, (change, rows) -> {});
        publisher.withdraw(uid, publicReason);
    }

    private static void chief(Person person) {
        if (!person.has(Role.CHIEF_EDITOR)) {
            throw new IssueRefusedException("not-your-role", person.id() + " is no chief editor");
        }
    }

    /** The event of the issue's own document is the issue's. */
    @Override
    public void within(JdbcClient sql, LogEvent event) {
        boolean isPublic = event.event().leavesPublic();
        boolean isExpected =
                event.event() == LogEvent.Type.RELEASED || !isPublic || plans.isScheduled(sql, event.uid());
        if (!isExpected) {
            return;
        }
        plans.happened(
                sql,
                event.uid(),
                isPublic ? IssueAction.RELEASE : IssueAction.WITHDRAW,
                event.event().code() + " " + event.seq(),
                (change, rows) -> {
                    change.problem = null;
                    change.amends = null;
                });
    }
}
