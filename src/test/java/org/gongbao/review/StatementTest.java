package org.gongbao.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongbao.publication.Terms;
import org.gongbao.review.Statement.Openness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTest {

    @ParameterizedTest
    @CsvSource({
        "PAGE, UNCONDITIONAL, PAGE",
        "PAGE, CLOSED, PAGE",
        "SEARCH_ENGINES, UNCONDITIONAL, SEARCH_ENGINES",
        "SEARCH_ENGINES, CONDITIONAL, SEARCH_ENGINES",
        "OPEN_DATA, UNCONDITIONAL, OPEN",
        "OPEN_DATA, CONDITIONAL, CONDITIONAL",
        "OPEN_DATA, CLOSED, SEARCH_ENGINES"
    })
    void theNarrowerOfReachAndOpennessCounts(Reach reach, Openness openness, Terms terms) {
        Statement stated = Statement.EMPTY;
        assertThat(new Statement(stated.mode(), stated.article(), "", "", null, "", "", reach, openness).terms())
                .isEqualTo(terms);
    }
}
