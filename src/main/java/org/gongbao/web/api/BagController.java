package org.gongbao.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import org.gongbao.bulk.Bag;
import org.gongbao.bulk.Bags;
import org.gongbao.bulk.Release;
import org.gongbao.web.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.StreamUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The published copies of a year: put together while they are read, by one part where a download is continued, and for few
 * readers at a time.
 */
@Controller
class BagController {

    private static final String ADDRESS = "/data/documents/{name:\\d+-\\d+}/{bag:bag-(?:\\d{1,6}|undated)}.tar";

    private static final int AT_A_TIME = 8;
    private static final int OF_ONE_CLIENT = 2;
    private static final String LATER = "60";

    private final HeldReleases releases;
    private final Bags bags;
    private final BagPlaces places;

    @Autowired
    BagController(HeldReleases releases, Bags bags) {
        this(releases, bags, new BagPlaces(AT_A_TIME, OF_ONE_CLIENT));
    }

    BagController(HeldReleases releases, Bags bags, BagPlaces places) {
        this.releases = releases;
        this.bags = bags;
        this.places = places;
    }

    /** Written here and not by a converter, so that the place is free again however the answer ends. */
    @GetMapping(ADDRESS)
    void bag(
            @PathVariable String name,
            @PathVariable String bag,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Release release = releases.find(name);
        Bag found = find(release, bag);
        if (new ServletWebRequest(request, response).checkNotModified(tag(found))) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        } else if (HttpMethod.HEAD.matches(request.getMethod())) {
            describe(found, new AskedBytes(0, found.tarBytes(), false), response);
        } else {
            try {
                answer(release, found, request, response);
            } catch (Refusal e) {
                response.setHeader(HttpHeaders.ETAG, null); // it is the bag's
                throw e;
            }
        }
    }

    private void answer(Release release, Bag bag, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AskedBytes asked = AskedBytes.of(request, tag(bag), bag.tarBytes());
        if (asked.count() == 0) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + bag.tarBytes());
            response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
            return;
        }
        BagPlaces.Place place = places.take(request.getRemoteAddr()).orElseThrow(() -> busy(response));
        try (place;
                InputStream in = open(release, bag, asked.from())) {
            describe(bag, asked, response);
            StreamUtils.copyRange(in, response.getOutputStream(), 0, asked.count() - 1);
        }
    }

    private static Refusal busy(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, LATER);
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "bags-busy");
    }

    private InputStream open(Release release, Bag bag, long from) throws IOException {
        try {
            return bags.open(release, bag, from);
        } catch (NoSuchFileException e) {
            throw gone(release);
        }
    }

    /** Of a release that was taken away since it was found, or never had the bag. */
    private Refusal gone(Release release) {
        releases.find(release.name());
        return Refusal.notFound();
    }

    private Bag find(Release release, String name) {
        return bags.of(release).stream()
                .filter(bag -> bag.name().equals(name))
                .findFirst()
                .orElseThrow(() -> gone(release));
    }

    private static String tag(Bag bag) {
        return "\"" + bag.tagManifestSha256() + "\"";
    }

    private static void describe(Bag bag, AskedBytes asked, HttpServletResponse response) {
        response.setContentType("application/x-tar");
        response.setContentLengthLong(asked.count());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (asked.isPart()) {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(HttpHeaders.CONTENT_RANGE, asked.contentRange(bag.tarBytes()));
        }
    }
}
