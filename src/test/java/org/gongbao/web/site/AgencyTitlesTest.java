package org.gongbao.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.search.AgencyCounts;
import org.gongbao.search.UnavailableSearch;
import org.gongbao.system.TestClock;
import org.junit.jupiter.api.Test;

class AgencyTitlesTest {

    private final TestClock clock = new TestClock(Instant.parse("2024-05-06T07:08:09Z"));
    private int asked;
    private boolean isAway;
    private String finance = "云州市财政局";

    private final AgencyTitles titles = new AgencyTitles(new Counts(), clock);

    @Test
    void allAreAskedForTogetherAndAgainAfterAWhile() {
        assertThat(Stream.of("990100-finance", "990100-health", "990100-finance")
                        .map(titles::name))
                .containsExactly("云州市财政局", "云州市卫生健康委员会", "云州市财政局");
        assertThat(asked).isEqualTo(1);

        finance = "云州市财政和国有资产局";
        clock.move(Duration.ofSeconds(59));
        assertThat(titles.name("990100-finance")).isEqualTo("云州市财政局");
        clock.move(Duration.ofSeconds(1));
        assertThat(titles.name("990100-finance")).isEqualTo(finance);
    }

    @Test
    void oneThatIsMissingIsAskedForAndANameIsNot() {
        titles.name("990100-finance");
        assertThat(titles.name("某联席会议")).isEqualTo("某联席会议");
        assertThat(asked).isEqualTo(1);
        assertThat(titles.name("990100-park")).isEqualTo("990100-park");
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void whileTheIndexIsAwayTheLastNamesStay() {
        titles.name("990100-finance");
        isAway = true;
        clock.move(Duration.ofHours(1));
        assertThat(titles.name("990100-finance")).isEqualTo("云州市财政局");
        assertThat(titles.name("990100-park")).isEqualTo("990100-park");
    }

    /** Two agencies, which change when a test says so. */
    private final class Counts implements AgencyCounts {

        @Override
        public List<Name> names() {
            if (isAway) {
                new UnavailableSearch().issuers();
            }
            asked++;
            return List.of(
                    new Name("990100-finance", "市财政局", finance, null, null, 3),
                    new Name("990100-health", "市卫健委", "云州市卫生健康委员会", null, null, 1));
        }

        @Override
        public List<Name> openNames() {
            return names();
        }

        @Override
        public List<Name> namesOf(String id) {
            return names().stream().filter(name -> name.id().equals(id)).toList();
        }

        @Override
        public List<Name> called(String issuer) {
            return names().stream()
                    .filter(name -> name.printed().equals(issuer))
                    .toList();
        }

        @Override
        public List<Cell> cells() {
            return List.of();
        }
    }
}
