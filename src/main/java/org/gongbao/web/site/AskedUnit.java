package org.gongbao.web.site;

import java.util.List;
import java.util.stream.Stream;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to be asked about a document (咨询).
 *
 * @param address the page of an agency; null for a unit that may have none
 */
record AskedUnit(String name, @Nullable String address) {

    private static final int MOST = 5;

    /** The unit that answers for it by its own words, then who issued it. */
    static List<AskedUnit> of(DocumentRecord record) {
        String responsible = record.disclosure().responsible();
        Stream<AskedUnit> named = responsible == null || record.issuers().contains(responsible)
                ? Stream.empty()
                : Stream.of(new AskedUnit(responsible, null));
        return Stream.concat(
                        named,
                        record.issuers().stream()
                                .limit(MOST)
                                .map(issuer -> new AskedUnit(issuer, OrgAddress.of(issuer))))
                .toList();
    }
}
