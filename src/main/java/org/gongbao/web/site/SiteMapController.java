package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletResponse;
import org.gongbao.publication.GazetteHoldings;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Pages about the site: where everything is (网站地图), and what is known of its readers (隐私说明). */
@Controller
class SiteMapController {

    private final GazetteHoldings holdings;

    SiteMapController(GazetteHoldings holdings) {
        this.holdings = holdings;
    }

    @GetMapping("/sitemap")
    String siteMap(Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        model.addAttribute("groups", SitePages.GROUPS);
        model.addAttribute("series", holdings.series());
        return "site/sitemap";
    }

    @GetMapping("/privacy")
    String privacy(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        return "site/privacy";
    }
}
