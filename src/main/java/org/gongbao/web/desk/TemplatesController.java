package org.gongbao.web.desk;

import java.nio.charset.StandardCharsets;
import org.gongbao.access.Role;
import org.gongbao.web.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Gives out the templates that departments fill in (模板下载). */
@Controller
class TemplatesController {

    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final DeskTemplates templates;

    TemplatesController(DeskTemplates templates) {
        this.templates = templates;
    }

    @For(Role.SUBMITTER)
    @GetMapping("/desk/templates/{name}.docx")
    ResponseEntity<byte[]> template(@PathVariable String name) {
        byte[] docx = templates.docx(name).orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(DOCX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(templates.title(name) + ".docx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(docx);
    }
}
