package org.gongbao.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Table;

/** A record without pages and boxes of the original, for a public file whose pages are others. */
final class Unpaged {

    private Unpaged() {}

    static DocumentRecord of(DocumentRecord record) {
        Map<String, List<Claim>> claims = new LinkedHashMap<>();
        record.claims()
                .forEach((field, list) ->
                        claims.put(field, list.stream().map(Unpaged::claim).toList()));
        return record.toBuilder()
                .claims(claims)
                .tables(record.tables().stream()
                        .map(table -> new Table(table.caption(), table.header(), table.rows(), List.of()))
                        .toList())
                .findings(record.findings().stream().map(Unpaged::finding).toList())
                .items(record.items().stream().map(Unpaged::of).toList())
                .build();
    }

    private static Claim claim(Claim claim) {
        return new Claim(
                claim.value(),
                claim.raw(),
                null,
                null,
                claim.start(),
                claim.end(),
                claim.rule(),
                claim.confidence(),
                claim.repaired());
    }

    private static Finding finding(Finding finding) {
        return finding.onPage(null);
    }
}
