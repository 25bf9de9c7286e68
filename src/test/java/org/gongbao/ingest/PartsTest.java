package org.gongbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartsTest {

    private static final Uid ISSUE = new Uid("000000000000000" + "0");
    private static final Uid ONE = new Uid("000000000000000" + "1");
    private static final Uid TWO = new Uid("000000000000000" + "2");

    private static DocumentRecord record(@Nullable String number, String title) {
        return DocumentRecord.builder(new Source("a.txt", "0".repeat(64), "text/plain", 1, null, null, false))
                .documentNumber(number)
                .title(title)
                .build();
    }

    private static List<Parts.Known> known(Parts.Known... parts) {
        List<Parts.Known> all = new ArrayList<>(List.of(new Parts.Known(0, ISSUE, null, "公报")));
        all.addAll(List.of(parts));
        return all;
    }

    @Test
    void theNumberDecidesWhereTitlesAreTheSame() {
        assertThat(Parts.match(
                        known(new Parts.Known(1, ONE, "一号", "通知"), new Parts.Known(2, TWO, "二号", "通知")),
                        List.of(record(null, "公报"), record("二号", "通知"), record("一号", "通知"))))
                .isEqualTo(Map.of(0, ISSUE, 1, TWO, 2, ONE));
    }

    @Test
    void aBetterTitleAtTheSamePlaceIsTheSameDocumentWhileTheCountIsTheSame() {
        assertThat(Parts.match(
                        known(new Parts.Known(1, ONE, null, "关于"), new Parts.Known(2, TWO, null, "办法")),
                        List.of(record(null, "公报"), record(null, "关于做好工作的通知"), record(null, "办法"))))
                .isEqualTo(Map.of(0, ISSUE, 1, ONE, 2, TWO));
    }

    @Test
    void sameTitlesWithoutNumbersStayWhereTheyAre() {
        assertThat(Parts.match(
                        known(new Parts.Known(1, ONE, null, "任免"), new Parts.Known(2, TWO, null, "任免")),
                        List.of(record(null, "公报"), record(null, "任免"), record(null, "任免"), record(null, "通知"))))
                .isEqualTo(Map.of(0, ISSUE, 1, ONE, 2, TWO));
    }

    @Test
    void aDocumentThatNobodyKnowsKeepsItsPlace() {
        assertThat(Parts.match(
                        known(new Parts.Known(1, ONE, null, null)), List.of(record(null, "公报"), record(null, "甲"))))
                .isEqualTo(Map.of(0, ISSUE, 1, ONE));
    }

    @Test
    void aDocumentThatNoPartIsAnyMoreFollowsBehindTheLast() {
        assertThat(Parts.match(
                        known(new Parts.Known(1, ONE, null, "甲"), new Parts.Known(2, TWO, null, "乙")),
                        List.of(record(null, "公报"), record(null, "乙"))))
                .isEqualTo(Map.of(0, ISSUE, 1, TWO, 2, ONE));
    }
}
