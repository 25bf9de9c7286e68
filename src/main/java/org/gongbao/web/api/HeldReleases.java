package org.gongbao.web.api;

import org.gongbao.bulk.Release;
import org.gongbao.bulk.ReleaseName;
import org.gongbao.bulk.Releases;
import org.gongbao.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The release of a name in an address; one that is had no more leads to the one that took its place. */
@Component
final class HeldReleases {

    private final Releases releases;

    HeldReleases(Releases releases) {
        this.releases = releases;
    }

    Release find(String name) {
        ReleaseName id = ReleaseName.parse(name).orElseThrow(Refusal::notFound);
        return releases.find(id).orElseThrow(() -> gone(id));
    }

    private Refusal gone(ReleaseName name) {
        return releases.replacement(name)
                .map(other -> new Refusal(HttpStatus.GONE, "release-gone", path(other) + "/manifest.json"))
                .orElseGet(Refusal::notFound);
    }

    static String path(Release release) {
        return "/data/" + Release.DATASET + "/" + release.name();
    }
}
