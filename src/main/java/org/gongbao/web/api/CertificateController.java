package org.gongbao.web.api;

import org.gongbao.publication.Certificates;
import org.gongbao.web.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** That everything held the same when it was last compared: {@code /log/certificate}, 404 before the first and in mirrors. */
@RestController
class CertificateController {

    private final Certificates certificates;

    CertificateController(Certificates certificates) {
        this.certificates = certificates;
    }

    @GetMapping("/log/certificate")
    ResponseEntity<byte[]> certificate() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(certificates.signed().orElseThrow(Refusal::notFound));
    }
}
