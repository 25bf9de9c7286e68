package org.gongbao.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongbao.bulk.Bags;
import org.gongbao.bulk.Release;
import org.gongbao.bulk.Releases;
import org.gongbao.linkeddata.CatalogueGraphs;
import org.gongbao.linkeddata.CatalogueGraphs.FileDescribed;
import org.gongbao.linkeddata.CatalogueGraphs.ReleaseDescription;
import org.gongbao.linkeddata.RdfFormat;
import org.gongbao.publication.RightsSettings;
import org.gongbao.web.LinkedAnswers;
import org.gongbao.web.Refusal;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** Downloads of everything: a page, the files of the newest release with their manifest, the catalogue as DCAT. */
@Controller
class DataController {

    private static final String CATALOGUE = "/data/catalog";

    private final Releases releases;
    private final CatalogueGraphs catalogue;
    private final SiteIdentity site;
    private final RightsSettings rights;
    private final HeldReleases held;
    private final Bags bags;

    DataController(
            Releases releases,
            HeldReleases held,
            Bags bags,
            CatalogueGraphs catalogue,
            SiteIdentity site,
            RightsSettings rights) {
        this.rights = rights;
        this.releases = releases;
        this.held = held;
        this.bags = bags;
        this.catalogue = catalogue;
        this.site = site;
    }

    @GetMapping({"/data", "/data/"})
    String page(Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.LINK, "<" + CATALOGUE + ">; rel=\"describedby\"");
        List<Release> all = releases.all(); // asked once: a new one may appear at any time
        Optional<Release> newest = all.stream().findFirst();
        model.addAttribute("release", newest.map(ReleaseView::of).orElse(null));
        model.addAttribute("bags", newest.map(bags::of).orElse(List.of()));
        model.addAttribute("older", all.stream().skip(1).map(ReleaseView::of).toList());
        model.addAttribute("base", site.base());
        model.addAttribute("rights", rights.standing());
        return "api/data";
    }

    /** People are led to the page, which shows the same. */
    @GetMapping({CATALOGUE, CATALOGUE + ".{suffix}"})
    @Nullable
    ResponseEntity<byte[]> catalogue(
            @PathVariable(required = false) @Nullable String suffix, ServletWebRequest request) {
        Optional<RdfFormat> format = LinkedAnswers.wanted(suffix, request);
        if (format.isEmpty()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/data"))
                    .build();
        }
        List<ReleaseDescription> newest =
                releases.latest().map(this::description).stream().toList();
        return LinkedAnswers.answer(
                CATALOGUE, format.get(), request, out -> catalogue.write(newest, format.get(), out));
    }

    /** The newest release by the name of the dataset alone. */
    @GetMapping("/data/documents")
    ResponseEntity<Void> newest() {
        Release release = releases.latest().orElseThrow(Refusal::notFound);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, HeldReleases.path(release) + "/manifest.json")
                .build();
    }

    @GetMapping("/data/documents/{name:\\d+-\\d+}/{file}")
    ResponseEntity<Resource> file(@PathVariable String name, @PathVariable String file) {
        Release release = held.find(name);
        return ReleaseFiles.answer(release.files(), release.folder(), file);
    }

    private ReleaseDescription description(Release release) {
        return new ReleaseDescription(
                Release.DATASET,
                release.name(),
                site.base() + HeldReleases.path(release),
                release.issued(),
                Stream.concat(
                                release.files().stream()
                                        .map(file -> new FileDescribed(
                                                file.name(), file.mediaType(), file.bytes(), file.sha256())),
                                bags.of(release).stream()
                                        .map(bag -> new FileDescribed(
                                                bag.file(), "application/x-tar", bag.tarBytes(), null)))
                        .toList());
    }
}
