package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongbao.publication.GazetteHoldings.Issue;
import org.gongbao.publication.GazetteHoldings.Series;
import org.gongbao.publication.GazetteHoldings.Year;
import org.gongbao.record.GazetteIssue;
import org.junit.jupiter.api.Test;

/** Which issue comes before another and which after. */
class IssueNeighboursTest {

    private static final List<Series> HOLDINGS = List.of(
            new Series("云州市东湖区公报", List.of(year(2023, 7))),
            new Series("云州市人民政府公报", List.of(year(2024, 1, 3), year(2022, 12))));

    private static Year year(int year, int... numbers) {
        return new Year(
                year,
                java.util.Arrays.stream(numbers)
                        .mapToObj(number -> new Issue(number, null, 1))
                        .toList(),
                List.of());
    }

    private static IssueNeighbours of(int year, int number) {
        return IssueNeighbours.of(HOLDINGS, new GazetteIssue("云州市人民政府公报", year, number, null), number);
    }

    @Test
    void theNextIssueIsTheNextThatIsHereOfTheSameSeries() {
        assertThat(of(2022, 12).previous()).isNull();
        assertThat(of(2022, 12).next())
                .isEqualTo(new IssueNeighbours.Issue(
                        2024, 1, of(2024, 3).previous().address()));
        assertThat(of(2024, 1).previous().number()).isEqualTo(12);
        assertThat(of(2024, 1).next().number()).isEqualTo(3);
        assertThat(of(2024, 3).next()).isNull();
        assertThat(of(2024, 1).next().address()).endsWith("/2024/3");
    }
}
