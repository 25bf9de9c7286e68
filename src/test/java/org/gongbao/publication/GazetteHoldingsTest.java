package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongbao.publication.GazetteHoldings.Issue;
import org.gongbao.publication.GazetteHoldings.Series;
import org.gongbao.publication.GazetteHoldings.Year;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.GazetteIssue;
import org.junit.jupiter.api.Test;

class GazetteHoldingsTest extends OnAStore {

    private static final String YUNZHOU = "云州市人民政府公报";

    private static DocumentRecord in(int paper, String series, int year, int issue) {
        return Papers.notice(paper, "文件" + paper).toBuilder()
                .gazette(new GazetteIssue(series, year, issue, null))
                .build();
    }

    private static DocumentRecord whole(int paper, String series, int year, int issue) {
        DocumentRecord one = in(paper, series, year, issue);
        return one.toBuilder().items(List.of(one)).build();
    }

    private List<Series> series() {
        return new RegisterHoldings(store.database).series();
    }

    @Test
    void aNumberBelowOneThatIsHereIsMissingOfItsYearAlone() {
        Uid second = store.publish(whole(1, YUNZHOU, 2023, 2));
        store.publish(in(2, YUNZHOU, 2023, 2));
        Uid fifth = store.publish(whole(3, YUNZHOU, 2023, 5));
        store.publish(in(4, YUNZHOU, 2022, 1));
        store.publish(in(5, "江海省人民政府公报", 2023, 1));
        store.publish(Papers.notice(6));

        assertThat(series())
                .containsExactly(
                        new Series(
                                YUNZHOU,
                                List.of(
                                        new Year(
                                                2023,
                                                List.of(new Issue(2, second, 1), new Issue(5, fifth, 0)),
                                                List.of(1, 3, 4)),
                                        new Year(2022, List.of(new Issue(1, null, 1)), List.of()))),
                        new Series("江海省人民政府公报", List.of(new Year(2023, List.of(new Issue(1, null, 1)), List.of()))));
    }

    @Test
    void whatIsTakenBackIsHereNoMore() {
        Uid issue = store.publish(whole(1, YUNZHOU, 2023, 1));
        store.publisher.withdraw(issue, "误发");

        assertThat(series()).isEmpty();
    }
}
