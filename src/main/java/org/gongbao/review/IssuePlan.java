package org.gongbao.review;

import java.time.Instant;
import org.gongbao.publication.IssueContents.Imprint;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/**
 * An issue of a gazette that is put together here (公报编排).
 *
 * @param uid under which it is published
 * @param version grows with every change
 * @param edition the version at which the files to be released were made; null where there are none
 * @param pages of these files or of the printer's PDF
 * @param printed digest of the printer's PDF; null where the PDF is made here
 * @param otherPages pages of the printer's PDF that belong to no document, such as {@code 1-2,48}
 * @param compared the version at which the printer's PDF was compared last
 * @param amends why the public edition is replaced; null for a first one
 * @param releaseAt when it is to be released
 * @param problem why it was held back
 */
public record IssuePlan(
        Uid uid,
        IssueState state,
        int version,
        Imprint imprint,
        @Nullable Integer edition,
        @Nullable Integer pages,
        @Nullable String printed,
        String otherPages,
        @Nullable Integer compared,
        @Nullable String amends,
        @Nullable Instant releaseAt,
        @Nullable String problem,
        String createdBy,
        Instant createdAt) {

    /**
     * A document in it.
     *
     * @param column 栏目
     * @param firstPage of the printer's PDF; null where not assigned
     */
    public record Item(
            Uid uid,
            String column,
            @Nullable Integer firstPage,
            @Nullable Integer lastPage) {}

    /** What was done to it. */
    public record Step(
            int number,
            Instant at,
            String person,
            String name,
            IssueAction action,
            IssueState from,
            IssueState to,
            String note) {}

    /**
     * A place where the printer's PDF differs from the published record.
     *
     * @param erratum what the public is told of it as a misprint; null while it stops the release
     */
    public record Difference(
            int number,
            Uid uid,
            int page,
            String printed,
            String published,
            @Nullable String erratum) {}

    /** A copy that can be changed. */
    Change change() {
        return new Change(this);
    }

    /** What a change makes of it. */
    static final class Change {
        private final IssuePlan before;
        IssueState state;
        Imprint imprint;

        @Nullable
        Integer edition;

        @Nullable
        Integer pages;

        @Nullable
        String printed;

        String otherPages;

        @Nullable
        Integer compared;

        @Nullable
        String amends;

        @Nullable
        Instant releaseAt;

        @Nullable
        String problem;

        private Change(IssuePlan plan) {
            before = plan;
            state = plan.state;
            imprint = plan.imprint;
            edition = plan.edition;
            pages = plan.pages;
            printed = plan.printed;
            otherPages = plan.otherPages;
            compared = plan.compared;
            amends = plan.amends;
            releaseAt = plan.releaseAt;
            problem = plan.problem;
        }

        IssuePlan made() {
            return new IssuePlan(
                    before.uid,
                    state,
                    before.version + 1,
                    imprint,
                    edition,
                    pages,
                    printed,
                    otherPages,
                    compared,
                    amends,
                    releaseAt,
                    problem,
                    before.createdBy,
                    before.createdAt);
        }
    }
}
