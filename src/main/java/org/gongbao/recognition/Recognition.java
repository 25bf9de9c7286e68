package org.gongbao.recognition;

import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Severity;
import org.gongbao.record.Source;

/** Records of files that could not be recognised (无法识读的文件): nothing but their source and what is wrong with them. */
public final class Recognition {

    private Recognition() {}

    /**
     * The record of a file that cannot be read.
     *
     * @param why what came and what was expected; becomes an {@code error}
     */
    public static DocumentRecord unreadable(Source source, Finding why) {
        Finding error = new Finding(Severity.ERROR, why.code(), why.message(), why.page(), why.quote());
        return DocumentRecord.builder(source)
                .language("und")
                .text("")
                .finding(error)
                .build();
    }
}
