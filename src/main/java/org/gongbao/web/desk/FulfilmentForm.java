package org.gongbao.web.desk;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.gongbao.publication.Fulfilment.Evidence;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.web.Refusal;
import org.gongbao.web.SiteIdentity;
import org.springframework.stereotype.Component;

/** Reads what somebody typed as evidence: a document here, by identifier or address, or an https address with title and day. */
@Component
class FulfilmentForm {

    private static final int LONGEST_ADDRESS = 1_000;
    private static final int LONGEST_TITLE = 300;

    private final PublishedDocuments documents;
    private final SiteIdentity identity;

    FulfilmentForm(PublishedDocuments documents, SiteIdentity identity) {
        this.documents = documents;
        this.identity = identity;
    }

    /** @throws Refusal where it is neither; says what was expected */
    Evidence read(String evidence, String title, String dated) {
        String typed = Texts.limited(evidence, LONGEST_ADDRESS);
        String own = typed.startsWith(identity.base() + "/")
                ? typed.substring(identity.base().length())
                : typed;
        String uid = own.replaceFirst("^/(?:id/)?doc/", "").replaceFirst("[.?#/].*$", "");
        if (Uid.isUid(uid) && (own.startsWith("/") || own.equals(uid))) {
            return here(new Uid(uid));
        }
        try {
            return new Evidence.Elsewhere(typed, Texts.limited(title, LONGEST_TITLE), LocalDate.parse(dated.strip()));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Refusal.badRequest("desk.fulfilment");
        }
    }

    private Evidence here(Uid uid) {
        if (documents.find(uid).filter(PublicState.Public.class::isInstance).isEmpty()) {
            throw Refusal.badRequest("desk.fulfilment");
        }
        return new Evidence.Here(uid);
    }
}
