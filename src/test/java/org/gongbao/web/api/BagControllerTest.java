package org.gongbao.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongbao.bulk.Bag;
import org.gongbao.bulk.Bags;
import org.gongbao.bulk.Release;
import org.gongbao.bulk.ReleaseName;
import org.gongbao.bulk.Releases;
import org.gongbao.publication.RightsSettings;
import org.gongbao.web.Refusal;
import org.gongbao.web.SiteIdentity;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

/** How bags are answered: what is put together for whom, and that a place is free again on every way out. */
class BagControllerTest {

    private static final String CONTENT = "0123456789";

    private final ChangingReleases releases = new ChangingReleases();
    private final FakeBags bags = new FakeBags();
    private final BagController controller = new BagController(new HeldReleases(releases), bags, new BagPlaces(2, 1));

    private static Release release(long position) {
        return new Release(
                new ReleaseName(position, position), Instant.EPOCH, position, List.of(), Path.of("target/none"));
    }

    /** A newer release appears each time that the newest is asked for. */
    private static final class ChangingReleases implements Releases {
        private long newest = 43;
        private boolean isTakenAway;

        @Override
        public Optional<Release> latest() {
            return Optional.of(release(newest++));
        }

        @Override
        public List<Release> all() {
            return List.of(release(newest++), release(40));
        }

        @Override
        public Optional<Release> find(ReleaseName name) {
            return isTakenAway ? Optional.empty() : Optional.of(release(name.position()));
        }

        @Override
        public boolean isCurrent() {
            return true;
        }

        @Override
        public void bringUpToDate() {}

        @Override
        public Optional<Release> replacement(ReleaseName name) {
            return Optional.of(release(99));
        }
    }

    private final class FakeBags implements Bags {
        final List<Long> opened = new ArrayList<>();
        final List<Release> asked = new ArrayList<>();
        int closed;
        Runnable whileRead = () -> {};

        @Override
        public List<Bag> of(Release release) {
            asked.add(release);
            return List.of(new Bag(2023, 1, 1, 1, Instant.EPOCH, 1, "0f".repeat(32), CONTENT.length()));
        }

        @Override
        public InputStream open(Release release, Bag bag, long from) throws IOException {
            if (releases.isTakenAway) {
                throw new NoSuchFileException("files.csv.zst");
            }
            opened.add(from);
            return new ByteArrayInputStream(CONTENT.substring((int) from).getBytes(StandardCharsets.US_ASCII)) {
                @Override
                public int read(byte[] to, int at, int count) {
                    whileRead.run();
                    return super.read(to, at, count);
                }

                @Override
                public void close() {
                    closed++;
                }
            };
        }
    }

    private MockHttpServletResponse ask(String client, String... headers) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setRemoteAddr(client);
        for (int i = 0; i < headers.length; i += 2) {
            request.addHeader(headers[i], headers[i + 1]);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        answer(request, response);
        return response;
    }

    private void answer(MockHttpServletRequest request, MockHttpServletResponse response) {
        try {
            controller.bag("43-43", "bag-2023", request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.US_ASCII);
    }

    @Test
    void aContinuedDownloadIsOpenedWhereItBrokeOff() {
        MockHttpServletResponse rest = ask("198.51.100.7", "Range", "bytes=7-");
        assertThat(rest.getStatus()).isEqualTo(206);
        assertThat(text(rest)).isEqualTo("789");
        assertThat(rest.getHeader("Content-Range")).isEqualTo("bytes 7-9/10");
        assertThat(text(ask("198.51.100.7", "Range", "bytes=2-4"))).isEqualTo("234");
        assertThat(text(ask("198.51.100.7", "Range", "bytes=-1"))).isEqualTo("9");
        assertThat(bags.opened).containsExactly(7L, 2L, 9L);
    }

    @Test
    void severalRangesAreAnsweredWithTheWholeThatIsOpenedOnce() {
        MockHttpServletResponse whole = ask("198.51.100.7", "Range", "bytes=0-1,3-4,9-");
        assertThat(whole.getStatus()).isEqualTo(200);
        assertThat(text(whole)).isEqualTo(CONTENT);
        assertThat(bags.opened).containsExactly(0L);
    }

    @Test
    void aRangeOfABagThatIsAnotherNowIsAnsweredWithTheWhole() {
        String tag = ask("198.51.100.7").getHeader("ETag");
        assertThat(text(ask("198.51.100.7", "Range", "bytes=7-", "If-Range", tag)))
                .isEqualTo("789");
        assertThat(text(ask("198.51.100.7", "Range", "bytes=7-", "If-Range", "\"other\"")))
                .isEqualTo(CONTENT);
        assertThat(text(ask("198.51.100.7", "Range", "lines=7-"))).isEqualTo(CONTENT);
    }

    @Test
    void aRangeBehindTheEndOpensNothing() {
        MockHttpServletResponse none = ask("198.51.100.7", "Range", "bytes=10-");
        assertThat(none.getStatus()).isEqualTo(416);
        assertThat(none.getHeader("Content-Range")).isEqualTo("bytes */10");
        assertThat(ask("198.51.100.7", "Range", "bytes=-0").getStatus()).isEqualTo(416);
        assertThat(bags.opened).isEmpty();
    }

    @Test
    void whoComesWhileAllPlacesAreTakenIsToldToComeBack() {
        List<Integer> statuses = new ArrayList<>();
        List<String> clients = new ArrayList<>(List.of("198.51.100.7", "198.51.100.8", "198.51.100.9"));
        bags.whileRead = () -> {
            while (!clients.isEmpty()) {
                statuses.add(status(clients.remove(0)));
            }
        };
        assertThat(text(ask("198.51.100.7"))).isEqualTo(CONTENT);
        // .7 has its one place; .8 takes the second one, and while it reads .9 finds none.
        assertThat(statuses).containsExactly(503, 503, 200);
        assertThat(bags.opened).hasSize(bags.closed).hasSize(2);
        assertThat(status("198.51.100.9")).as("when they are free again").isEqualTo(200);
    }

    /** The status, or that of the refusal, which says when to come back. */
    private int status(String client) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setRemoteAddr(client);
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            answer(request, response);
            return response.getStatus();
        } catch (Refusal refusal) {
            assertThat(response.getHeader("Retry-After")).isEqualTo("60");
            assertThat(response.getHeader("ETag")).isNull();
            return refusal.status().value();
        }
    }

    @Test
    void aDownloadThatBreaksOffLeavesThePlace() {
        bags.whileRead = () -> {
            throw new UncheckedIOException(new IOException("connection reset"));
        };
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> ask("198.51.100.7")).hasMessageContaining("connection reset");
        }
        assertThat(bags.opened).hasSize(3).hasSize(bags.closed);
        bags.whileRead = () -> {};
        assertThat(text(ask("198.51.100.7"))).isEqualTo(CONTENT);
    }

    @Test
    void aReleaseThatGoesWhileItIsOpenedLeadsToTheOneInItsPlace() {
        BagController late = new BagController(
                new HeldReleases(releases),
                new Bags() {
                    @Override
                    public List<Bag> of(Release release) {
                        return bags.of(release);
                    }

                    @Override
                    public InputStream open(Release release, Bag bag, long from) throws IOException {
                        releases.isTakenAway = true;
                        return bags.open(release, bag, from);
                    }
                },
                new BagPlaces(1, 1));
        for (int i = 0; i < 2; i++) {
            releases.isTakenAway = false;
            assertThatThrownBy(() -> late.bag(
                            "43-43", "bag-2023", new MockHttpServletRequest("GET", "/"), new MockHttpServletResponse()))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.GONE));
        }
    }

    @Test
    void thePageOfDataShowsTheBagsOfTheReleaseThatItShows() {
        DataController data = new DataController(
                releases,
                new HeldReleases(releases),
                bags,
                null,
                new SiteIdentity.Described(true, "https://gongbao.example", ZoneOffset.UTC),
                RightsSettings.standard());
        ExtendedModelMap model = new ExtendedModelMap();
        data.page(model, new MockHttpServletResponse());
        assertThat(model.get("release")).isEqualTo(ReleaseView.of(release(43)));
        assertThat(bags.asked).containsExactly(release(43));
        assertThat(releases.newest).as("asked once").isEqualTo(44);
    }
}
