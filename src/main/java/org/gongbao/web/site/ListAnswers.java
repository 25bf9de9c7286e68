package org.gongbao.web.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gongbao.web.AcceptedForms;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Sends lists in forms for machines: of any length, since they are written while they are read. */
final class ListAnswers {

    /** Spreadsheets need it for Chinese. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    private ListAnswers() {}

    /** Writes a list. */
    interface Writing {
        void to(Writer out) throws IOException;
    }

    /** The form that a suffix or else the header asks for. */
    static ListForm form(@Nullable String suffix, HttpServletRequest request, ListForm... offered) {
        List<ListForm> forms = Arrays.asList(offered);
        if (suffix != null) {
            return ListForm.ofSuffix(suffix).filter(forms::contains).orElseThrow(Refusal::notFound);
        }
        String all = forms.stream().map(ListForm::suffix).collect(Collectors.joining(", "));
        return AcceptedForms.of(request.getHeader(HttpHeaders.ACCEPT))
                .best(forms, ListForm::types)
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", all));
    }

    /** Headers that every form has. */
    static void describe(HttpServletResponse response, String path, ListForm form) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.VARY, "Accept, Accept-Language");
        response.setHeader(HttpHeaders.CONTENT_LOCATION, path + "." + form.suffix());
        if (form != ListForm.HTML) {
            response.setHeader("X-Robots-Tag", "noindex");
            response.setContentType(form.types().get(0) + ";charset=UTF-8");
        }
        if (form == ListForm.CSV || form == ListForm.ICS) {
            String name = path.substring(1);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, FileName.attachment(name, form.suffix(), name));
        }
    }

    static void send(HttpServletResponse response, Writing writing) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        writing.to(out);
        out.flush();
    }
}
