package org.gongbao.web.api;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.gongbao.quality.QualityReport;
import org.gongbao.quality.QualityReports;
import org.gongbao.record.CanonicalJson;
import org.gongbao.system.GongbaoSettings;
import org.gongbao.web.AcceptedForms;
import org.gongbao.web.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** How well documents are recognised: the sums of the quality ledger as a page and as JSON; nothing of any document. */
@Controller
class QualityController {

    private enum Form {
        PAGE(MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML),
        JSON(MediaType.APPLICATION_JSON);

        private final List<MediaType> types;

        Form(MediaType... types) {
            this.types = List.of(types);
        }

        List<MediaType> types() {
            return types;
        }
    }

    private final QualityReports reports;

    QualityController(GongbaoSettings settings) {
        reports = new QualityReports(settings.data());
    }

    @GetMapping({"/quality", "/quality/"})
    Object quality(
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "") String accept,
            Model model,
            HttpServletResponse response) {
        Form form = AcceptedForms.of(accept)
                .best(Arrays.asList(Form.values()), Form::types)
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "html, json"));
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (form == Form.JSON) {
            return json();
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        model.addAttribute("report", reports.current());
        return "api/quality";
    }

    @GetMapping("/quality.json")
    ResponseEntity<byte[]> json() {
        QualityReport report = reports.current();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(CanonicalJson.bytes(report));
    }
}
