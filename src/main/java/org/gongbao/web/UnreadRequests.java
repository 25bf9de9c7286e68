package org.gongbao.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that the server could not read at all, so that nothing else here saw them, and nobody knows in which form or
 * language an answer is wanted. What is most often wrong is an address with characters that nobody encoded. The server
 * makes it by its name.
 */
public final class UnreadRequests extends ErrorReportValve {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="zh-Hans"><head><meta charset="utf-8"><title>%1$d</title></head><body>
            <h1>%1$d</h1>
            <p>无法读取该请求。网址只能由 ASCII 字符组成，其他字符须按 UTF-8 百分号编码（“养老”写作 %%E5%%85%%BB%%E8%%80%%81），\
            网址和请求头不能过长。</p>
            <p lang="en">The request could not be read; expected an address in ASCII, in which all other characters are \
            percent-encoded as UTF-8 (养老 as %%E5%%85%%BB%%E8%%80%%81), and an address and headers of usual length.</p>
            </body></html>
            """;

    public UnreadRequests() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status >= 500) {
            super.report(request, response, thrown);
            return;
        }
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setContentType("text/html");
        response.setHeader("Cache-Control", "no-store");
        try {
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(PAGE.formatted(status));
                response.finishResponse();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
