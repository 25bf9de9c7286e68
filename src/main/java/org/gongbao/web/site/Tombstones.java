package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.gongbao.publication.PublishedDocuments.PublicState.Gone;
import org.gongbao.web.Problems;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Says of a document that is no longer public (410): only that, when, and the public reason. */
@Component
public class Tombstones {

    private final Problems problems;
    private final Phrases phrases;
    private final SiteIdentity identity;

    Tombstones(Problems problems, Phrases phrases, SiteIdentity identity) {
        this.problems = problems;
        this.phrases = phrases;
        this.identity = identity;
    }

    /** Null where the answer is already written. */
    public @Nullable ModelAndView answer(Gone gone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answer(gone, null, request, response);
    }

    /** @param form what the suffix asks for, null where there is none and the header decides */
    @Nullable
    ModelAndView answer(
            Gone gone, @Nullable Representation form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (form == null ? Problems.isForPeople(request) : form == Representation.HTML) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
            response.setHeader("X-Robots-Tag", "noindex");
            ModelAndView page = new ModelAndView("site/gone", Map.of("gone", gone, "base", identity.base()));
            page.setStatus(HttpStatus.GONE);
            return page;
        }
        problems.write(
                response,
                HttpStatus.GONE.value(),
                "gone",
                phrases.text("gone.title." + gone.event().code()),
                gone.reason(),
                Map.of(
                        "id", "/id/doc/" + gone.uid(),
                        "event", gone.event().code(),
                        "at", gone.at()));
        return null;
    }
}
