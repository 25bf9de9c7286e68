package org.gongbao.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongbao.linkeddata.SchemaVersions;
import org.gongbao.linkeddata.SchemaVersions.Schema;
import org.gongbao.linkeddata.SchemaVersions.Version;
import org.gongbao.record.CanonicalJson;
import org.gongbao.web.LinkedAnswers;
import org.gongbao.web.Problems;
import org.gongbao.web.Refusal;
import org.gongbao.web.ReprDigest;
import org.gongbao.web.SiteIdentity;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The versions of our schemas. One that was replaced says so in its headers, since when (RFC 9745) and until when it is served
 * (RFC 8594), and which one took its place (RFC 5829).
 */
@Controller
class SchemaController {

    private final SchemaVersions schemas;
    private final SiteIdentity site;
    private final Clock clock;

    SchemaController(SchemaVersions schemas, SiteIdentity site, Clock clock) {
        this.schemas = schemas;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping({SchemaVersions.PATH, SchemaVersions.PATH + "/"})
    Object list(Model model, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.VARY, "Accept, Accept-Language");
        if (!Problems.isForPeople(request)) {
            return json();
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        model.addAttribute("schemas", schemas.all());
        model.addAttribute("today", today());
        return "api/schemas";
    }

    @GetMapping(SchemaVersions.PATH + ".json")
    ResponseEntity<byte[]> json() {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (Schema schema : schemas.all()) {
            schema.versions().forEach(version -> items.add(described(version)));
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("X-Robots-Tag", "noindex")
                .body(CanonicalJson.bytes(Map.of("items", items)));
    }

    private Map<String, @Nullable Object> described(Version version) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("name", version.name());
        values.put("version", version.number());
        values.put("mediaType", version.mediaType());
        values.put("since", version.since());
        values.put("replacedOn", version.replacedOn());
        values.put("servedUntil", version.goneOn());
        boolean isServed = version.isServedOn(today());
        values.put("address", isServed ? version.path() : null);
        values.put("sha256", isServed ? ReprDigest.hex(version.bytes()) : null);
        return values;
    }

    @GetMapping(SchemaVersions.PATH + "/{name}")
    ResponseEntity<Void> newest(@PathVariable String name) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, find(name).newest().path())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    @GetMapping(SchemaVersions.PATH + "/{name}/{number}")
    ResponseEntity<byte[]> version(@PathVariable String name, @PathVariable String number) {
        Schema schema = find(name);
        Version version = schema.version(number).orElseThrow(Refusal::notFound);
        if (!version.isServedOn(today())) {
            throw new Refusal(HttpStatus.GONE, "schema-gone", schema.newest().path());
        }
        byte[] bytes = version.bytes();
        HttpHeaders headers = new HttpHeaders();
        headers.setETag("\"" + ReprDigest.hex(bytes) + "\"");
        headers.set(HttpHeaders.CONTENT_TYPE, version.mediaType());
        headers.set(HttpHeaders.CONTENT_DISPOSITION, LinkedAnswers.saved(version.file()));
        headers.set(HttpHeaders.CACHE_CONTROL, "max-age=86400");
        headers.set(ReprDigest.NAME, ReprDigest.of(bytes));
        headers.set("X-Robots-Tag", "noindex");
        headers.set(HttpHeaders.LINK, links(schema, version));
        deprecate(version, headers);
        return ResponseEntity.ok().headers(headers).body(bytes);
    }

    private void deprecate(Version version, HttpHeaders headers) {
        LocalDate replaced = version.replacedOn();
        LocalDate gone = version.goneOn();
        if (replaced != null && gone != null && !today().isBefore(replaced)) {
            headers.set("Deprecation", "@" + replaced.atStartOfDay(site.zone()).toEpochSecond());
            headers.set(
                    "Sunset",
                    DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
                            .format(gone.atStartOfDay(site.zone()).withZoneSameInstant(ZoneOffset.UTC)));
        }
    }

    private static String links(Schema schema, Version version) {
        List<String> links = new ArrayList<>();
        links.add("<" + schema.newest().path() + ">; rel=\"latest-version\"");
        links.add("<" + SchemaVersions.PATH + ">; rel=\"version-history\"");
        int next = schema.versions().indexOf(version) + 1;
        if (next < schema.versions().size()) {
            links.add("<" + schema.versions().get(next).path() + ">; rel=\"successor-version\"");
            links.add("<" + SchemaVersions.PATH + ">; rel=\"deprecation\"; type=\"text/html\"");
            links.add("<" + SchemaVersions.PATH + ">; rel=\"sunset\"; type=\"text/html\"");
        }
        return String.join(", ", links);
    }

    private Schema find(String name) {
        return schemas.find(name).orElseThrow(Refusal::notFound);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(site.zone()));
    }
}
