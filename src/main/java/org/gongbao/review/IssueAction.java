package org.gongbao.review;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is done to an issue on its way (编排、定版、发布). */
public enum IssueAction {
    CREATE(null),
    IMPRINT(IssueState.DRAFT, IssueState.DRAFT),
    ARRANGE(IssueState.DRAFT, IssueState.DRAFT),
    /** The printer's PDF came, was replaced or taken away. */
    PRINTED(IssueState.DRAFT, IssueState.DRAFT),
    /** Pages of the printer's PDF were assigned. */
    PAGES(IssueState.DRAFT, IssueState.DRAFT),
    /** The printer's PDF was compared with the records. */
    COMPARE(IssueState.DRAFT, IssueState.DRAFT),
    /** A difference is the printer's error, of which the public is told. */
    ERRATUM(IssueState.DRAFT, IssueState.DRAFT),
    PROOF(IssueState.PROOFED, IssueState.DRAFT),
    REOPEN(IssueState.DRAFT, IssueState.PROOFED, IssueState.SCHEDULED),
    SCHEDULE(IssueState.SCHEDULED, IssueState.PROOFED),
    /** A gate held it back. */
    HOLD_BACK(IssueState.PROOFED, IssueState.SCHEDULED),
    /** By the log: it is public. */
    RELEASE(IssueState.RELEASED, IssueState.SCHEDULED, IssueState.PROOFED, IssueState.DRAFT),
    /** A released one is made anew: a document in it was withdrawn, or something is wrong. */
    AMEND(IssueState.DRAFT, IssueState.RELEASED),
    /** Somebody asked for it to be withdrawn; the log brings it about. */
    TAKE_DOWN(null, IssueState.RELEASED, IssueState.DRAFT, IssueState.PROOFED, IssueState.SCHEDULED),
    /** By the log: it is public no more. */
    WITHDRAW(IssueState.WITHDRAWN, IssueState.RELEASED, IssueState.DRAFT, IssueState.PROOFED, IssueState.SCHEDULED);

    /** Who did one of these has a hand in the issue and does not release it. */
    private static final Set<IssueAction> MAKING =
            EnumSet.of(CREATE, IMPRINT, ARRANGE, PRINTED, PAGES, COMPARE, ERRATUM, PROOF);

    private final @Nullable IssueState to;
    private final Set<IssueState> from;

    IssueAction(@Nullable IssueState to, IssueState... from) {
        this.to = to;
        this.from = Set.of(from);
    }

    IssueState after(IssueState before) {
        return to == null ? before : to;
    }

    boolean isFrom(IssueState state) {
        return from.contains(state);
    }

    boolean isMaking() {
        return MAKING.contains(this);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static IssueAction of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
