package org.gongbao.publication;

import java.nio.file.Path;
import java.util.List;
import org.gongbao.record.Citation;
import org.gongbao.record.DocumentRecord;

/** A process of its own that publishes until it is killed, and says what was acknowledged. */
final class PublishingProcess {

    private PublishingProcess() {}

    /** @param arguments folder, first number, where to say what was acknowledged */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        int first = Integer.parseInt(arguments[1]);
        TestStore store = new TestStore(
                folder, TestStore.sqlite(folder), List.of(), List.of(new FileProjection("pages", folder)));
        store.rebuild.restoreMissing();
        store.engine.start();
        for (int i = first; ; i++) {
            DocumentRecord record =
                    Papers.citing(Papers.notice(i), new Citation(null, "云政办字〔2023〕" + (i - 1) + "号", "依据", "根据"));
            Uid uid = Uid.mint();
            System.out.println("trying " + uid + " " + i);
            System.out.flush();
            store.publisher.publish(uid, record, Papers.content(record), LogEvent.Type.RELEASED);
            System.out.println("published " + uid + " " + i);
            if (i % 4 == 0) {
                store.publisher.withdraw(uid, "依法撤下");
                System.out.println("withdrawn " + uid + " " + i);
            }
            System.out.flush();
        }
    }
}
