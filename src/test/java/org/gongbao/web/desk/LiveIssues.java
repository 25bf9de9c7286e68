package org.gongbao.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongbao.access.Person;
import org.gongbao.access.Role;
import org.gongbao.privacy.IssuePdf;
import org.gongbao.privacy.IssueSheets;
import org.gongbao.publication.IssueContents;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.gongbao.review.IssuePlan;
import org.gongbao.review.IssuePlan.Item;
import org.gongbao.review.IssuePlans;
import org.gongbao.review.IssueReleases;
import org.gongbao.review.IssueState;

/** Issues of a gazette in the running program, put together without the pages of the desk. */
final class LiveIssues {

    static final String SERIES = "云州市人民政府公报";

    static final Person EDITOR = new Person("issue-editor", "甲", null, Set.of(Role.EDITOR));
    static final Person CHIEF = new Person("issue-chief", "乙", null, Set.of(Role.CHIEF_EDITOR));

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private LiveIssues() {}

    /** The number of an issue that no other test has. */
    static int number() {
        return NUMBER.incrementAndGet();
    }

    static Uid published(String title) {
        DocumentRecord record = DocumentRecord.builder(
                        new Source("notice.txt", "ab".repeat(32), "text/plain", 12, "UTF-8", null, false))
                .title(title)
                .documentKind("通知")
                .text(title + "\n各县区人民政府：\n现将有关事项通知如下，请认真执行。")
                .build();
        Uid uid = Uid.mint();
        Publisher.Outcome outcome = LiveDesk.get(Publisher.class)
                .publish(uid, record, new PackageContent(record, Map.of()), LogEvent.Type.RELEASED);
        assertThat(outcome).isInstanceOf(Publisher.Outcome.Published.class);
        return uid;
    }

    /** The printer's PDF of two documents, of which one may be misprinted. */
    static Path printed(List<Uid> uids, String wrong) throws IOException {
        List<IssueContents.Entry> entries = new ArrayList<>();
        List<DocumentRecord> texts = new ArrayList<>();
        for (Uid uid : uids) {
            DocumentRecord record = ((PublicState.Public)
                            LiveDesk.get(PublishedDocuments.class).find(uid).orElseThrow())
                    .document()
                    .record();
            entries.add(new IssueContents.Entry("市政府文件", uid, 1, String.valueOf(record.title()), null, List.of()));
            texts.add(record.toBuilder()
                    .text(record.text().replace("认真执行", wrong))
                    .build());
        }
        IssueContents.Imprint imprint =
                new IssueContents.Imprint(SERIES, "云州市人民政府", "", "", "", 2024, 9, null, LocalDate.of(2024, 3, 20));
        Path file = Files.createTempFile("printed", ".pdf");
        LiveDesk.get(IssuePdf.class)
                .write(
                        new IssueSheets(
                                Uid.mint(), new IssueContents(imprint, entries), texts, "https://printer.example"),
                        file);
        return file;
    }

    /** An issue in work that holds documents. */
    static IssuePlan planned(Uid... documents) {
        IssuePlans plans = LiveDesk.get(IssuePlans.class);
        IssuePlan plan = plans.create(
                EDITOR,
                new IssueContents.Imprint(
                        SERIES, "云州市人民政府", "", "", "", 2025, number(), null, LocalDate.of(2025, 3, 20)));
        List<Item> items = new ArrayList<>();
        for (Uid uid : documents) {
            items.add(new Item(uid, "市政府文件", null, null));
        }
        return plans.arrange(EDITOR, plan.uid(), plan.version(), items);
    }

    static IssuePlan released(IssuePlan plan) throws InterruptedException {
        IssueReleases releases = LiveDesk.get(IssueReleases.class);
        IssuePlan proofed = releases.proof(EDITOR, plan.uid(), plan.version());
        IssuePlan last = releases.release(CHIEF, proofed.uid(), proofed.version(), null);
        for (int tries = 0; last.state() != IssueState.RELEASED; tries++) {
            assertThat(tries).as("waiting for the release of " + last).isLessThan(200);
            Thread.sleep(100);
            last = LiveDesk.get(IssuePlans.class).find(plan.uid()).orElseThrow();
        }
        return last;
    }
}
