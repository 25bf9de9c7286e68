package org.gongbao.web.api;

import java.net.URI;
import org.gongbao.bulk.Delta;
import org.gongbao.bulk.DeltaName;
import org.gongbao.bulk.Deltas;
import org.gongbao.bulk.Deltas.Answer;
import org.gongbao.bulk.Release;
import org.gongbao.web.Refusal;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What leads from one release to another: {@code /data/documents/delta/43..57} leads to the delta of these positions by the name
 * that it has now, which says how far withdrawals are honoured.
 */
@Controller
class DeltaController {

    private static final String PLACE = "/data/" + Release.DATASET + "/" + Delta.PLACE + "/";

    private final Deltas deltas;

    DeltaController(Deltas deltas) {
        this.deltas = deltas;
    }

    @GetMapping("/data/documents/delta/{from:\\d{1,18}}..{to:\\d{1,18}}")
    ResponseEntity<Void> between(@PathVariable long from, @PathVariable long to) {
        if (deltas.name(from, to) instanceof Answer.Moved now) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(manifest(now.now())))
                    .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .build();
        }
        throw refusal(deltas.name(from, to));
    }

    @GetMapping("/data/documents/delta/{name:\\d+\\.\\.\\d+-\\d+}/{file}")
    ResponseEntity<Resource> file(@PathVariable String name, @PathVariable String file) {
        Answer answer = deltas.find(DeltaName.parse(name).orElseThrow(Refusal::notFound));
        if (answer instanceof Answer.Found found) {
            return ReleaseFiles.answer(found.delta().files(), found.delta().folder(), file);
        }
        throw refusal(answer);
    }

    private static Refusal refusal(Answer answer) {
        if (answer instanceof Answer.Moved moved) {
            return new Refusal(HttpStatus.GONE, "delta-gone", manifest(moved.now()));
        }
        if (answer instanceof Answer.TooFar far) {
            return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "delta-too-far", far.most());
        }
        return answer instanceof Answer.Busy
                ? new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "delta-busy")
                : Refusal.notFound();
    }

    private static String manifest(DeltaName name) {
        return PLACE + name + "/manifest.json";
    }
}
