package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.Uid;

/** Published documents in memory. */
final class FakeDocuments implements PublishedDocuments {

    private final Map<Uid, PublicState> states = new LinkedHashMap<>();
    private long position;

    void publish(PublishedDocument document) {
        states.put(document.uid(), new PublicState.Public(document));
        position = Math.max(position, document.position());
    }

    void bury(PublicState.Gone gone) {
        states.put(gone.uid(), gone);
        position += 2;
    }

    @Override
    public Optional<PublicState> find(Uid uid) {
        return Optional.ofNullable(states.get(uid));
    }

    @Override
    public Stream<PublishedDocument> all() {
        return documents().stream();
    }

    List<PublishedDocument> documents() {
        List<PublishedDocument> documents = new ArrayList<>();
        for (PublicState state : states.values()) {
            if (state instanceof PublicState.Public open) {
                documents.add(open.document());
            }
        }
        return documents;
    }

    @Override
    public long count() {
        return documents().size();
    }

    @Override
    public long position() {
        return position;
    }
}
