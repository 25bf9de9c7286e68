package org.gongbao.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.gongbao.record.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that the server could not read at all, so that nothing else here saw them: what is most often wrong is an
 * address with characters that nobody encoded. The server makes it by its name.
 */
public final class UnreadRequests extends ErrorReportValve {

    private static final String EXPECTED =
            "the request could not be read; expected HTTP with an address in ASCII, in which"
                    + " all other characters are percent-encoded as UTF-8 (养老 as %E5%85%BB%E8%80%81), and heads of usual length";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        Map<String, Object> problem =
                Map.of("type", "about:blank", "title", "request not understood", "status", status, "detail", EXPECTED);
        try {
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(new String(CanonicalJson.bytes(problem), StandardCharsets.UTF_8));
                response.finishResponse();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
