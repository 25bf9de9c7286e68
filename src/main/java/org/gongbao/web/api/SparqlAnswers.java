package org.gongbao.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.gongbao.linkeddata.SparqlService;
import org.gongbao.linkeddata.SparqlService.Answer;
import org.gongbao.linkeddata.SparqlService.Asked;
import org.gongbao.linkeddata.SparqlService.Reason;
import org.gongbao.web.LinkedAnswers;
import org.gongbao.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers of queries over HTTP: whole, or a refusal that says which bound was met. */
final class SparqlAnswers {

    /** Seconds after which a query may fare better. */
    private static final String LATER = "5";

    private final SparqlService sparql;

    SparqlAnswers(SparqlService sparql) {
        this.sparql = sparql;
    }

    ResponseEntity<byte[]> answer(Asked asked, HttpServletResponse response) {
        Answer answer = sparql.answer(asked);
        if (answer instanceof Answer.Result result) {
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, LinkedAnswers.contentType(result.mediaType()))
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .body(result.bytes());
        }
        throw refusal(answer, response);
    }

    static Refusal refusal(Answer answer, HttpServletResponse response) {
        if (answer instanceof Answer.Refused refused) {
            HttpStatus status = switch (refused.reason().fault()) {
                case QUERY -> HttpStatus.BAD_REQUEST;
                case SIZE -> HttpStatus.UNPROCESSABLE_CONTENT;
                case LOAD -> HttpStatus.SERVICE_UNAVAILABLE;
            };
            if (status == HttpStatus.SERVICE_UNAVAILABLE) {
                response.setHeader(HttpHeaders.RETRY_AFTER, LATER);
            }
            return new Refusal(status, code(refused.reason()), refused.detail());
        }
        String offered = answer instanceof Answer.NotAcceptable forms ? forms.offered() : "";
        return new Refusal(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", offered);
    }

    /** The code of the words that say why. */
    static String code(Reason reason) {
        return "sparql-" + reason.name().toLowerCase(Locale.ROOT);
    }
}
