package org.gongbao.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.gongbao.record.Citation;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;

/** Documents of the invented city of Yunzhou. */
final class Papers {

    private Papers() {}

    /** A notice with number 云政办字〔2023〕N号. */
    static DocumentRecord notice(int number, String title) {
        return DocumentRecord.builder(new Source("notice.txt", "ab".repeat(32), "text/plain", 12, "UTF-8", null, false))
                .title(title)
                .documentNumber("云政办字〔2023〕" + number + "号")
                .documentKind("通知")
                .issuedOn(LocalDate.of(2023, 5, 6))
                .text(title + "\n各区人民政府：\n第" + number + "号文件的正文。")
                .build();
    }

    static DocumentRecord notice(int number) {
        return notice(number, "云州市人民政府办公室关于第" + number + "项工作的通知");
    }

    static DocumentRecord citing(DocumentRecord record, Citation... citations) {
        return record.toBuilder().citations(java.util.List.of(citations)).build();
    }

    static PackageContent content(DocumentRecord record) {
        return new PackageContent(record, Map.of());
    }

    static PackageContent withFile(DocumentRecord record, Path folder, String bytes) {
        try {
            Path file = Files.createTempFile(folder, "public", ".pdf");
            Files.writeString(file, bytes);
            return new PackageContent(record, Map.of(PackageContent.PDF, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
