package org.gongbao.review;

import static org.gongbao.access.Role.CHIEF_EDITOR;
import static org.gongbao.access.Role.DEPARTMENT_APPROVER;
import static org.gongbao.access.Role.EDITOR;
import static org.gongbao.access.Role.SUBMITTER;
import static org.gongbao.review.State.APPROVED;
import static org.gongbao.review.State.CANCELLED;
import static org.gongbao.review.State.DECLINED;
import static org.gongbao.review.State.DRAFT;
import static org.gongbao.review.State.IN_DEPARTMENT;
import static org.gongbao.review.State.IN_REVIEW;
import static org.gongbao.review.State.ON_HOLD;
import static org.gongbao.review.State.PUBLISHED;
import static org.gongbao.review.State.RECEIVING;
import static org.gongbao.review.State.RETURNED;
import static org.gongbao.review.State.SCHEDULED;
import static org.gongbao.review.State.SUBMITTED;
import static org.gongbao.review.State.WITHDRAWN;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.gongbao.access.Role;

/**
 * What can be done with a submission (流转): from which states, to which, and by whom. Moves without roles are made by the
 * program when something has happened.
 */
public enum Move {
    /** 接收: all files have arrived. */
    RECEIVE(from(RECEIVING), DRAFT, by(), false),
    /** 确认报送. */
    CONFIRM(from(DRAFT, RETURNED), IN_DEPARTMENT, by(SUBMITTER), false),
    /** 部门同意. */
    ENDORSE(from(IN_DEPARTMENT), SUBMITTED, by(DEPARTMENT_APPROVER), false),
    /** 部门退回. */
    REFUSE(from(IN_DEPARTMENT), RETURNED, by(DEPARTMENT_APPROVER), true),
    /** 受理. */
    TAKE(from(SUBMITTED), IN_REVIEW, by(EDITOR, CHIEF_EDITOR), false),
    /** 审核通过: on to the next review, and after the last one approved. */
    PASS(from(IN_REVIEW), IN_REVIEW, by(EDITOR, CHIEF_EDITOR), false),
    /** 退回部门. */
    RETURN(from(SUBMITTED, IN_REVIEW, APPROVED), RETURNED, by(EDITOR, CHIEF_EDITOR), true),
    /** 暂缓. */
    HOLD(from(SUBMITTED, IN_REVIEW, APPROVED), ON_HOLD, by(EDITOR, CHIEF_EDITOR), true),
    /** 恢复: back to where it was held. */
    RESUME(from(ON_HOLD), SUBMITTED, by(EDITOR, CHIEF_EDITOR), false),
    /** 重新审核: back to the first review. */
    REOPEN(from(APPROVED), IN_REVIEW, by(EDITOR, CHIEF_EDITOR), true),
    /** 不予发布. */
    DECLINE(from(SUBMITTED, IN_REVIEW, APPROVED, ON_HOLD), DECLINED, by(CHIEF_EDITOR), true),
    /** 撤稿. */
    CANCEL(from(DRAFT, RETURNED, IN_DEPARTMENT, SUBMITTED), CANCELLED, by(SUBMITTER, DEPARTMENT_APPROVER), true),
    /** 发布: at once, or at a set minute. */
    SCHEDULE(from(APPROVED), SCHEDULED, by(EDITOR, CHIEF_EDITOR), false),
    /** 取消定时. */
    RECALL(from(SCHEDULED), APPROVED, by(EDITOR, CHIEF_EDITOR), true),
    /** 更正: a published document is to be corrected, for a reason that the public reads; until then it stays as it is. */
    AMEND(from(PUBLISHED), IN_REVIEW, by(EDITOR, CHIEF_EDITOR), true),
    /** 发布完成: the log has it. */
    RELEASE(from(SCHEDULED, WITHDRAWN), PUBLISHED, by(), false),
    /** 发布受阻: a gate held it back. */
    HOLD_BACK(from(SCHEDULED), APPROVED, by(), true),
    /** 撤回: the log says that it went. */
    WITHDRAW(from(PUBLISHED), WITHDRAWN, by(), true),
    /** 接收中断: its files never came to their end. */
    BREAK_OFF(from(RECEIVING), CANCELLED, by(), true);

    private final Set<State> from;
    private final State to;
    private final Set<Role> roles;
    private final boolean needsReason;

    Move(Set<State> from, State to, Set<Role> roles, boolean needsReason) {
        this.from = from;
        this.to = to;
        this.roles = roles;
        this.needsReason = needsReason;
    }

    private static Set<State> from(State first, State... others) {
        return EnumSet.of(first, others);
    }

    private static Set<Role> by(Role... roles) {
        Set<Role> set = EnumSet.noneOf(Role.class);
        set.addAll(java.util.List.of(roles));
        return set;
    }

    /** The word used in the database, in forms and in the trail. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException where no move has this code */
    public static Move of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public boolean isFrom(State state) {
        return from.contains(state);
    }

    /** The roles of which a person needs one; none where the program moves. */
    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    public boolean needsReason() {
        return needsReason;
    }

    /** Whether a person makes it. */
    public boolean isByPerson() {
        return !roles.isEmpty();
    }

    /** Where it leads a submission to. */
    State leads(Submission submission, int reviews) {
        if (this == PASS) {
            return submission.review() >= reviews ? APPROVED : IN_REVIEW;
        }
        State held = submission.heldFrom();
        return this == RESUME && held != null ? held : to;
    }

    /** The number of the review after it, 0 outside reviews. */
    int reviewAfter(Submission submission, int reviews) {
        return switch (this) {
            case TAKE, REOPEN, AMEND -> 1;
            case PASS -> Math.min(submission.review() + 1, reviews);
            case RETURN, CONFIRM, ENDORSE -> 0;
            default -> submission.review();
        };
    }
}
