package org.gongbao.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.search.YunzhouDocuments.published;
import static org.gongbao.search.YunzhouDocuments.record;
import static org.gongbao.search.YunzhouDocuments.uid;

import java.util.List;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.Test;

class OutlineTest {

    @Test
    void aPassageOfAnIssueStandsInItsDocumentAndNotInWhatTheContentsNameLast() {
        DocumentRecord first =
                record("甲局关于收费的公告", "甲局关于收费的公告\n甲公告〔2023〕1号\n现将收费目录予以公布。").build();
        DocumentRecord second = record("乙局关于停水的通告", "乙局关于停水的通告\n停水一日。").build();
        String text = "目录\n甲局关于收费的公告（甲公告〔2023〕1号）……2\n乙局关于停水的通告……3\n" + first.text() + "\n" + second.text();
        DocumentRecord issue =
                record("云州公报2023年第1期", text).items(List.of(first, second)).build();

        Outline outline = Outline.parse(Outline.of(published(uid(1), issue, 1)).lines());

        assertThat(outline.section(text.indexOf("目录"))).isNull();
        assertThat(outline.section(text.indexOf("现将"))).isEqualTo("甲局关于收费的公告");
        assertThat(outline.section(text.indexOf("停水一日"))).isEqualTo("乙局关于停水的通告");
    }
}
