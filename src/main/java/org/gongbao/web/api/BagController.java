package org.gongbao.web.api;

import java.io.IOException;
import java.io.InputStream;
import org.gongbao.bulk.Bag;
import org.gongbao.bulk.Bags;
import org.gongbao.bulk.Release;
import org.gongbao.web.Refusal;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The published copies of a year: put together while they are read, by parts where a download is continued. */
@Controller
class BagController {

    private static final String ADDRESS = "/data/documents/{name:\\d+-\\d+}/{bag:bag-(?:\\d{1,6}|undated)}.tar";

    private final HeldReleases releases;
    private final Bags bags;

    BagController(HeldReleases releases, Bags bags) {
        this.releases = releases;
        this.bags = bags;
    }

    @GetMapping(ADDRESS)
    ResponseEntity<Resource> bag(@PathVariable String name, @PathVariable String bag) {
        Release release = releases.find(name);
        Bag found = find(release, bag);
        return headers(found).body(new BagResource(bags, release, found));
    }

    /** Nothing is read to say how much there is. */
    @RequestMapping(path = ADDRESS, method = RequestMethod.HEAD)
    ResponseEntity<Void> head(@PathVariable String name, @PathVariable String bag) {
        Bag found = find(releases.find(name), bag);
        return headers(found).contentLength(found.tarBytes()).build();
    }

    private Bag find(Release release, String name) {
        return bags.of(release).stream()
                .filter(bag -> bag.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private static ResponseEntity.BodyBuilder headers(Bag bag) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/x-tar")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .eTag("\"" + bag.tagManifestSha256() + "\"");
    }

    private static final class BagResource extends AbstractResource {
        private final Bags bags;
        private final Release release;
        private final Bag bag;

        BagResource(Bags bags, Release release, Bag bag) {
            this.bags = bags;
            this.release = release;
            this.bag = bag;
        }

        @Override
        public String getDescription() {
            return bag.file() + " of the release " + release.name();
        }

        @Override
        public long contentLength() {
            return bag.tarBytes();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return bags.open(release, bag);
        }
    }
}
