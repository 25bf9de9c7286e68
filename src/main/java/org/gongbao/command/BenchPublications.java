package org.gongbao.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongbao.extraction.Workers;
import org.gongbao.privacy.Decided;
import org.gongbao.privacy.PackageMaker;
import org.gongbao.privacy.Portion;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;

/** Publishes copies of one record under titles that no other has, without the way through inbox and queue. */
final class BenchPublications {

    private final Publisher publisher;
    private final PackageContent content;
    private final DocumentRecord working;

    /** @param notice a PDF that no gate holds back */
    private BenchPublications(Parts store, FileReading reading, Path notice, Path folder) throws IOException {
        this.publisher = store.get(Publisher.class);
        this.working = reading.read(notice);
        this.content = store.get(PackageMaker.class)
                .make(notice, working, Decided.NONE, Portion.WHOLE_FILE, Files.createDirectories(folder));
    }

    /** A title of four words that only the document with this number has. */
    static String title(int number) {
        return "关于第" + BenchWords.numeral(1 + number / 90 % 90) + "号第" + BenchWords.numeral(1 + number % 90) + "件事项的通知";
    }

    static String documentNumber(int number) {
        return "云政办发〔" + (1990 + number / 1000 % 30) + "〕" + (1 + number % 1000 + 1000 * (number / 30_000)) + "号";
    }

    /** A store's publications of copies of the plan's first PDF. */
    static BenchPublications of(Parts store, BenchPlan plan, String folder) throws IOException {
        FileReading reading =
                new FileReading(store.get(Workers.class), plan.settings().gongbao());
        return new BenchPublications(store, reading, plan.pdf(), plan.folder().resolve(folder));
    }

    Uid publish(int number) {
        DocumentRecord record = content.record().toBuilder()
                .title(title(number))
                .documentNumber(documentNumber(number))
                .build();
        Uid uid = Uid.mint();
        Publisher.Outcome outcome =
                publisher.publish(uid, working, new PackageContent(record, content.files()), LogEvent.Type.RELEASED);
        if (!(outcome instanceof Publisher.Outcome.Published)) {
            throw new IllegalStateException("a notice that every gate should let pass was not published: " + outcome);
        }
        return uid;
    }
}
