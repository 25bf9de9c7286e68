package org.gongbao.web.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongbao.access.Person;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.review.LikeDocuments;
import org.gongbao.review.LikeDocuments.Like;
import org.gongbao.review.Likeness;
import org.gongbao.review.Submission;
import org.gongbao.search.DocumentSearch;
import org.gongbao.search.SearchRequest;
import org.gongbao.search.SearchUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What looks as if it were here already, among public documents and among the submissions that a person may see. It is a hint:
 * nothing is kept from going on.
 */
@Component
class Twins {

    private static final Logger LOG = LoggerFactory.getLogger(Twins.class);
    private static final int MOST = 5;
    private static final int HITS = 10;
    private static final int SENTENCES = 2;
    private static final int WORDS = 60;

    private final DocumentSearch search;
    private final PublishedDocuments documents;
    private final LikeDocuments likes;

    Twins(DocumentSearch search, PublishedDocuments documents, LikeDocuments likes) {
        this.search = search;
        this.documents = documents;
        this.likes = likes;
    }

    /**
     * A document that is like one that was handed in.
     *
     * @param address of the public page or of the submission
     * @param percent about how much of the text is the same, 0 where it is not alike
     */
    record Twin(String title, String address, boolean isPublic, boolean isSameTitle, int percent) {}

    List<Twin> of(Person person, Submission submission, List<Understandings.Understood> understood) {
        Set<Twin> twins = new LinkedHashSet<>();
        for (Understandings.Understood each : understood) {
            Uid uid = each.document().uid();
            DocumentRecord record = each.record();
            if (uid != null && record != null) {
                twins.addAll(published(uid, record));
                likes.of(person, submission, uid, record).stream()
                        .map(Twins::twin)
                        .forEach(twins::add);
            }
        }
        return twins.stream().limit(MOST).toList();
    }

    private static Twin twin(Like like) {
        String title = like.submission().title();
        return new Twin(
                title == null ? like.submission().id() : title,
                "/desk/submissions/" + like.submission().id(),
                false,
                like.isSameTitle(),
                like.percent());
    }

    /** The search gives what may be alike; what is told is compared with the public text itself. */
    private List<Twin> published(Uid own, DocumentRecord record) {
        List<Twin> twins = new ArrayList<>();
        for (Uid uid : candidates(record)) {
            if (!uid.equals(own) && documents.find(uid).orElse(null) instanceof PublicState.Public open) {
                Twin twin = twin(open.document(), record);
                if (twin.isSameTitle() || twin.percent() > 0) {
                    twins.add(twin);
                }
            }
        }
        return twins;
    }

    private static Twin twin(PublishedDocument document, DocumentRecord record) {
        int percent = Likeness.percent(record, document.record());
        String title = document.record().displayTitle();
        return new Twin(
                title == null ? document.uid().value() : title,
                "/doc/" + document.uid(),
                true,
                Likeness.isSameTitle(record, document.record()),
                percent >= Likeness.ALIKE ? percent : 0);
    }

    private Set<Uid> candidates(DocumentRecord record) {
        Set<Uid> candidates = new LinkedHashSet<>();
        List<String> asked = new ArrayList<>(Likeness.sentences(record, SENTENCES, WORDS));
        if (record.displayTitle() != null) {
            asked.add(0, record.displayTitle());
        }
        try {
            for (String words : asked) {
                SearchRequest request =
                        new SearchRequest(words, Map.of(), null, SearchRequest.Sort.RELEVANCE, 1, HITS).hitsAlone();
                search.search(request).hits().forEach(hit -> candidates.add(new Uid(hit.uid())));
            }
        } catch (SearchUnavailableException e) {
            LOG.warn("Nothing public is looked for that is like a submission: {}", e.toString());
        }
        return candidates;
    }
}
