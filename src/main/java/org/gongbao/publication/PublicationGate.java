package org.gongbao.publication;

import java.util.List;
import org.gongbao.record.DocumentRecord;

/** A condition that everything published must meet. Every way of publishing asks every gate; no flag skips one. */
public interface PublicationGate {

    /** A stable name such as {@code secrecy}. */
    String name();

    /**
     * Why this must not be published.
     *
     * @param working the record as it was recognised, which may hold more than the public one
     * @param content what would be published
     * @return reasons for people, empty when it may pass; they quote no secret and no personal data
     */
    List<String> obstacles(DocumentRecord working, PackageContent content);
}
