package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublicPages;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * The pages of a document's public file as pictures, and where its text stands on them. Readers keep what they fetched of a
 * version; caches between do not, since what is withdrawn is to be seen nowhere.
 */
@Controller
class PageImageController {

    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private final OpenDocuments documents;

    PageImageController(OpenDocuments documents) {
        this.documents = documents;
    }

    @GetMapping("/doc/{uid}/pages/{number:[1-9]\\d{0,3}}.{type:png|jpg}")
    @Nullable
    Object image(
            @PathVariable String uid,
            @PathVariable int number,
            @PathVariable String type,
            @RequestParam(name = "v", defaultValue = "0") String version,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return answer(uid, String.format(Locale.ROOT, "pages/%04d.%s", number, type), version, request, response);
    }

    @GetMapping("/doc/{uid}/pages.json")
    @Nullable
    Object places(
            @PathVariable String uid,
            @RequestParam(name = "v", defaultValue = "0") String version,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return answer(uid, PublicPages.NAME, version, request, response);
    }

    private @Nullable Object answer(
            String uid, String name, String version, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return documents.answer(uid, request, response, document -> answer(document, name, version, request, response));
    }

    private static @Nullable Object answer(
            PublishedDocument document,
            String name,
            String version,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (document.issue() != null && document.issue().isHeldBack()) {
            throw new Refusal(HttpStatus.GONE, "being-replaced");
        }
        PublicPackage.File file = document.content().file(name).orElseThrow(Refusal::notFound);
        boolean isThis = version.equals(Integer.toString(document.version()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, (isThis ? KEPT : CacheControl.noCache()).getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex");
        if (new ServletWebRequest(request, response).checkNotModified(tag(file))) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .body(new FileSystemResource(file.path()));
    }

    /** Weak for what may be compressed on the way. */
    private static String tag(PublicPackage.File file) {
        String strong = "\"" + file.sha256() + "\"";
        return file.name().equals(PublicPages.NAME) ? "W/" + strong : strong;
    }
}
