package org.gongbao.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.gongbao.publication.DocumentHistory;
import org.gongbao.publication.PublishedDocuments;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Verification of a printed or downloaded edition by the code in it (验证): a reader types the code, or comes by the QR code, and
 * compares the digest of the own file, which need not be sent anywhere.
 */
@Controller
class VerifyController {

    private static final int LONGEST = 100;

    private final PublishedDocuments documents;
    private final DocumentHistory versions;

    VerifyController(PublishedDocuments documents, DocumentHistory versions) {
        this.documents = documents;
        this.versions = versions;
    }

    @GetMapping("/verify")
    String page(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String sha256,
            Model model,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader("X-Robots-Tag", "noindex");
        String typed = code.length() > LONGEST ? "" : code.strip();
        Optional<Verification> found = Verification.of(typed, documents, versions);
        if (!code.isBlank() && found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("code", typed);
        model.addAttribute("isAsked", !code.isBlank());
        model.addAttribute("view", found.orElse(null));
        model.addAttribute("sha256", sha256.length() > LONGEST ? "" : sha256.strip());
        model.addAttribute("comparison", found.map(view -> view.compare(sha256)).orElse(""));
        return "site/verify";
    }
}
