package org.gongbao.web.site;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongbao.publication.Fulfilment;
import org.gongbao.publication.Fulfilment.Evidence;
import org.gongbao.publication.Fulfilments;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.search.Duty;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What shows that duties were fulfilled, as the public sees it. A duty without it is 未登记, never late: that nobody registered
 * anything says nothing of what was done.
 */
@Component
public class DutyEvidence {

    private final @Nullable Fulfilments fulfilments;
    private final PublishedDocuments documents;

    DutyEvidence(ObjectProvider<Fulfilments> fulfilments, PublishedDocuments documents) {
        this.fulfilments = fulfilments.getIfAvailable();
        this.documents = documents;
    }

    /**
     * A link that shows it.
     *
     * @param address a path here or an https address elsewhere
     * @param title null where the document is public no more
     */
    public record Shown(
            String address,
            @Nullable String title,
            @Nullable LocalDate dated,
            boolean isHere) {}

    /** Whether it is known here at all what was registered. */
    public boolean isKnown() {
        return fulfilments != null && fulfilments.areKnown();
    }

    /** Keys of all duties with evidence. */
    public Set<String> duties() {
        return fulfilments == null ? Set.of() : fulfilments.duties();
    }

    /** What there is for some duties, by their keys. */
    public Map<String, List<Shown>> of(Collection<Duty> duties) {
        if (fulfilments == null || duties.isEmpty()) {
            return Map.of();
        }
        Map<String, List<Shown>> shown = new HashMap<>();
        fulfilments
                .of(duties.stream().map(Duty::key).toList())
                .forEach((key, all) ->
                        shown.put(key, all.stream().map(this::shown).toList()));
        return shown;
    }

    private Shown shown(Fulfilment fulfilment) {
        if (fulfilment.evidence() instanceof Evidence.Elsewhere elsewhere) {
            return new Shown(elsewhere.address(), elsewhere.title(), elsewhere.dated(), false);
        }
        Uid target = ((Evidence.Here) fulfilment.evidence()).target();
        PublicState state = documents.find(target).orElse(null);
        if (!(state instanceof PublicState.Public open)) {
            return new Shown("/doc/" + target, null, null, true);
        }
        DocumentRecord record = open.document().record();
        String title = record.displayTitle() == null ? record.documentNumber() : record.displayTitle();
        return new Shown("/doc/" + target, title == null ? target.value() : title, record.issuedOn(), true);
    }
}
