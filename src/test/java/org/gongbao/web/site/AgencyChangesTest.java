package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.linkeddata.RegisterGraphs.Change;
import org.gongbao.recognition.Profiles;
import org.gongbao.record.AgencyNames;
import org.junit.jupiter.api.Test;

class AgencyChangesTest {

    private static AgencyChanges changes(String... lines) {
        return new AgencyChanges(new AgencyNames(
                Stream.of(lines).map(line -> Arrays.asList(line.split(",", -1))).toList()));
    }

    private final AgencyChanges changes = changes(
            "990100-land,云州市国土资源局|国土局,,,2019-01-10,990100-resources",
            "990100-planning,云州市城乡规划局,,,2019-01,990100-resources",
            "990100-resources,云州市自然资源局,,2019-01-10,,",
            "990100-data,云州市大数据局,,2019-01-10,2024-01-08,",
            "990100-data,云州市数据局,,2024-01-08,,",
            "990100-over,云州市测雨局,,,2009,");

    @Test
    void bothTheOneThatWentAndTheOneThatCameHaveTheChange() {
        Change change = new Change(
                "990100-land",
                "change-2019-01-10",
                "2019-01-10",
                List.of("990100-land"),
                List.of("990100-resources"),
                "云州市国土资源局 → 云州市自然资源局");
        assertThat(changes.of("990100-land", id -> true)).containsExactly(change);
        assertThat(changes.of("990100-resources", id -> true)).hasSize(2).contains(change);
    }

    @Test
    void anAgencyWithoutAPageIsOnlyNamedInWords() {
        assertThat(changes.of("990100-resources", id -> false))
                .contains(new Change(
                        "990100-resources",
                        "change-2019-01-10-990100-land",
                        "2019-01-10",
                        List.of(),
                        List.of("990100-resources"),
                        "云州市国土资源局 → 云州市自然资源局"));
        assertThat(changes.of("990100-land", id -> false)).singleElement().satisfies(change -> {
            assertThat(change.originals()).containsExactly("990100-land");
            assertThat(change.results()).isEmpty();
        });
    }

    @Test
    void anotherNameFromTheDayOnIsARenaming() {
        assertThat(changes.of("990100-data", id -> true))
                .containsExactly(new Change(
                        "990100-data",
                        "change-2024-01-08",
                        "2024-01-08",
                        List.of("990100-data"),
                        List.of("990100-data"),
                        "云州市大数据局 → 云州市数据局"));
    }

    @Test
    void whatTookItsPlaceIsCalledWhatItWasCalledThen() {
        AgencyChanges renamed = changes(
                "990100-transport,云州市交通局,,,2010-05-01,",
                "990100-transport,云州市交通运输局,,2010-05-01,2021-06-01,",
                "990100-transport,云州市交通运输和港航局,,2021-06-01,,",
                "990100-roads,云州市公路局,,,2015-03,990100-transport");

        assertThat(renamed.of("990100-roads", id -> true))
                .extracting(Change::label)
                .containsExactly("云州市公路局 → 云州市交通运输局");
    }

    @Test
    void noNameOfAnotherTimeStandsForOneThatIsNotKnown() {
        AgencyChanges gap =
                changes("990100-roads,云州市公路局,,,2015-03,990100-transport", "990100-transport,云州市交通运输和港航局,,2021-06-01,,");

        assertThat(gap.of("990100-roads", id -> true)).singleElement().satisfies(change -> {
            assertThat(change.label()).isEqualTo("云州市公路局");
            assertThat(change.results()).containsExactly("990100-transport");
        });
    }

    @Test
    void whatEndedWithoutASuccessorTellsNothing() {
        assertThat(changes.of("990100-over", id -> true)).isEmpty();
        assertThat(changes.of("990100-unknown", id -> true)).isEmpty();
    }

    @Test
    void theFileOfTheProgramHasTheReformsOfTheStateCouncil() {
        AgencyChanges real = new AgencyChanges(Profiles.agencyNames(null));
        assertThat(real.of("000000-planning-commission", id -> true))
                .extracting(Change::on, Change::results)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("2003-03", List.of("000000-drc")));
    }
}
