package org.gongbao.notification;

import java.time.Instant;
import java.util.List;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;

/** Documents and notices of the invented city of Yunzhou. */
final class Notices {

    static final Instant AT = Instant.parse("2024-03-01T01:00:00Z");

    private Notices() {}

    static DocumentRecord record(String title) {
        return DocumentRecord.builder(new Source("notice.txt", "ab".repeat(32), "text/plain", 12, "UTF-8", null, false))
                .title(title)
                .documentNumber("云政办字〔2024〕3号")
                .issuers(List.of("云州市人民政府办公室"))
                .text(title + "\n各区人民政府：\n现将有关事项通知如下，请各区结合实际认真抓好落实。\n一、加强值守\n")
                .build();
    }

    static PublishedDocument document(Uid uid, String title) {
        return new PublishedDocument(uid, 1, 1, AT, AT, new PublicPackage(uid, 1, record(title), List.of()), List.of());
    }

    static Notice released(Uid uid, String title) {
        DocumentRecord record = record(title);
        return new Notice(
                7,
                LogEvent.Type.RELEASED,
                AT,
                uid,
                "https://gongbao.yunzhou.example/id/doc/" + uid,
                1,
                title,
                record.documentNumber(),
                "通知",
                record.issuers(),
                "2024-02-28",
                Abstract.of(record),
                null);
    }
}
