package org.gongbao.notification;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.Uid;

/** Documents that are asked for one by one, which is all that notices need. */
record FindableDocuments(Map<Uid, PublicState> states) implements PublishedDocuments {

    @Override
    public Optional<PublicState> find(Uid uid) {
        return Optional.ofNullable(states.get(uid));
    }

    @Override
    public Stream<PublishedDocument> all() {
        throw new UnsupportedOperationException("notices look at no other document");
    }

    @Override
    public long count() {
        return states.size();
    }

    @Override
    public long position() {
        throw new UnsupportedOperationException("notices do not ask for the position");
    }
}
