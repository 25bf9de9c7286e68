package org.gongbao.review;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a submission stands (稿件状态). Which move leads from where to where stands on {@link Move}. */
public enum State {
    /** 接收中: its files are coming in; nobody was told yet that they arrived. */
    RECEIVING,
    /** 草稿: received; the department looks at what was understood. */
    DRAFT,
    /** 待部门审核: confirmed by who submits, waits for the department's approver. */
    IN_DEPARTMENT,
    /** 已报送: at the gazette office, not taken up yet. */
    SUBMITTED,
    /** 审核中: in one of the reviews of the gazette office. */
    IN_REVIEW,
    /** 已批准: all reviews are passed. */
    APPROVED,
    /** 待发布: to be released at its minute, which may be now. */
    SCHEDULED,
    /** 已发布. */
    PUBLISHED,
    /** 退回: back with the department, with reasons. */
    RETURNED,
    /** 暂缓: held by the gazette office, with reasons. */
    ON_HOLD,
    /** 不予发布: decided not to be published, with the legal ground. */
    DECLINED,
    /** 撤稿: taken back by the department before it was published. */
    CANCELLED,
    /** 已撤回: was published, and taken out of the public. */
    WITHDRAWN;

    /** The word used in the database and in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static State of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether the department may change what it handed in. */
    public boolean isWithDepartment() {
        return this == DRAFT || this == RETURNED;
    }

    /** Whether the gazette office knows of it: not before the department has approved it. */
    public boolean isKnownToOffice() {
        return this != RECEIVING && this != DRAFT && this != IN_DEPARTMENT && this != CANCELLED;
    }

    /** Whether the gazette office may change fields and decide on personal data. */
    public boolean isOnDesk() {
        return this == SUBMITTED || this == IN_REVIEW || this == ON_HOLD;
    }

    /** Whether nothing more is expected to be done. */
    public boolean isDone() {
        return this == PUBLISHED || this == DECLINED || this == CANCELLED || this == WITHDRAWN;
    }

    /** The moves that lead on from here. */
    public List<Move> moves() {
        return Arrays.stream(Move.values()).filter(move -> move.isFrom(this)).toList();
    }
}
