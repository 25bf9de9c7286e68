package org.gongbao.web.site;

import java.net.URI;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.web.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Leads from a place in a document's text to the paragraph that stands there (定位到段落). */
@RestController
class PlaceController {

    private final PublishedDocuments documents;

    PlaceController(PublishedDocuments documents) {
        this.documents = documents;
    }

    /** @param place offset of a code point in the record's text; one beyond the text leads to its last paragraph */
    @GetMapping("/doc/{uid}/place/{place:\\d{1,9}}")
    ResponseEntity<Void> place(@PathVariable String uid, @PathVariable int place) {
        if (!Uid.isUid(uid)) {
            throw Refusal.notFound();
        }
        return documents
                .find(new Uid(uid))
                .map(state -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/doc/" + uid + fragment(state, place)))
                        .cacheControl(CacheControl.noCache())
                        .header("X-Robots-Tag", "noindex")
                        .<Void>build())
                .orElseThrow(Refusal::notFound);
    }

    private static String fragment(PublicState state, int place) {
        if (!(state instanceof PublicState.Public open)) {
            return "";
        }
        TextView text = TextLayout.of(open.document().record());
        int number = 0;
        for (TextView.Block block : text.blocks()) {
            if (block.start() > place) {
                break;
            }
            number++;
        }
        return number == 0 ? "" : "#p_" + number;
    }
}
