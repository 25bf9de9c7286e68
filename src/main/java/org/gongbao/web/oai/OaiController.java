package org.gongbao.web.oai;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.gongbao.publication.Harvest;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.web.SiteIdentity;
import org.gongbao.web.SiteSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /oai} by GET and as a form, and the schema of the format of our own. */
@RestController
@EnableConfigurationProperties(OaiSettings.class)
class OaiController {

    private static final MediaType XML = new MediaType(MediaType.TEXT_XML, StandardCharsets.UTF_8);

    private final OaiRepository repository;
    private final String base;

    OaiController(
            Harvest harvest,
            PublishedDocuments documents,
            SiteIdentity site,
            SiteSettings settings,
            OaiSettings own,
            MessageSource words,
            Clock clock) {
        this.base = site.base();
        String name = settings.name() == null
                ? words.getMessage("site.name", null, java.util.Locale.SIMPLIFIED_CHINESE)
                : settings.name();
        this.repository = new OaiRepository(
                harvest, documents, new OaiRepository.Described(name, base, own.emailOf(base), own.pageSize()), clock);
    }

    @GetMapping("/oai")
    ResponseEntity<byte[]> get(@RequestParam MultiValueMap<String, String> given) {
        return xml().body(repository.answer(given));
    }

    @PostMapping(value = "/oai", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> form(@RequestParam MultiValueMap<String, String> given) {
        return xml().body(repository.answer(given));
    }

    /** Also under the name of its namespace. */
    @GetMapping({"/schema/record/1", "/schema/record/1.xsd"})
    ResponseEntity<byte[]> schema() throws IOException {
        try (InputStream in = OaiController.class.getResourceAsStream("/ontology/record.xsd")) {
            if (in == null) {
                throw new IllegalStateException("/ontology/record.xsd is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{base}", base);
            return ResponseEntity.ok()
                    .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                    .cacheControl(CacheControl.noCache())
                    .body(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static ResponseEntity.BodyBuilder xml() {
        return ResponseEntity.ok()
                .contentType(XML)
                .cacheControl(CacheControl.noCache())
                .header("X-Robots-Tag", "noindex");
    }
}
