package org.gongbao.web.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Relation;
import org.gongbao.publication.Uid;
import org.gongbao.publication.ValidityOn;
import org.gongbao.record.Validity;
import org.jspecify.annotations.Nullable;

/**
 * Whether a document holds (有效性) on the day it is read, and why. Silence is 未知, never 现行有效.
 *
 * @param tone a word for its look: {@code good}, {@code wait}, {@code bad}, {@code unknown}
 * @param method {@code stated}, {@code extracted}, {@code computed} or {@code none}
 * @param causes what the deciding other document says of it
 */
record ValidityView(
        String status,
        String tone,
        LocalDate asOf,
        @Nullable String basis,
        String method,
        List<Relation> causes) {

    private static final Map<String, String> TONES = Map.of(
            Validity.IN_FORCE, "good",
            Validity.NOT_YET, "wait",
            Validity.PARTLY, "wait",
            Validity.AMENDED, "wait",
            Validity.UNKNOWN, "unknown");

    /** Relations that bear on validity: 废止, 宣布失效, 修改, 继续有效, 延长有效期. */
    private static final Set<String> DECISIVE = Set.of("废止", "宣布失效", "修改", "继续有效", "延长有效期");

    static ValidityView of(PublishedDocument document, LocalDate today) {
        ValidityOn validity = ValidityOn.of(document, today);
        ValidityOn.Cause cause = validity.cause();
        return new ValidityView(
                validity.status(),
                tone(validity.status()),
                today,
                cause.basis(),
                cause.method(),
                causes(document, cause.document()));
    }

    private static List<Relation> causes(PublishedDocument document, @Nullable Uid decisive) {
        return document.relations().stream()
                .filter(relation -> decisive != null
                        && !relation.outgoing()
                        && decisive.equals(relation.other())
                        && DECISIVE.contains(relation.kind()))
                .toList();
    }

    public boolean isOver() {
        return tone.equals("bad");
    }

    static String tone(String status) {
        return TONES.getOrDefault(status, "bad");
    }
}
