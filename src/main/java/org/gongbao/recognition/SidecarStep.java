package org.gongbao.recognition;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;

/**
 * Lays what the source's own interface said beside what the document says (来源元数据互证): it is a claim of its own, below the
 * document's, and where the two differ both stay and a finding says so.
 */
final class SidecarStep implements Step {

    private static final List<String> FIELDS =
            List.of("title", "documentNumber", "indexNumber", "issuers", "issuedOn", "publishedOn");

    /** Steps that compare a field themselves say so by these. */
    private static final Map<String, String> COMPARED =
            Map.of("documentNumber", "number.disagrees", "issuedOn", "date.disagrees");

    @Override
    public void apply(Draft draft) {
        if (FIELDS.stream().allMatch(field -> draft.sidecar().value(field).isEmpty())) {
            return;
        }
        DocumentRecord record = draft.record().build();
        for (String field : FIELDS) {
            draft.sidecar().value(field).ifPresent(seen -> compare(draft, record, field, seen));
        }
    }

    private static void compare(Draft draft, DocumentRecord record, String field, Seen seen) {
        List<Claim> claims = record.claims().getOrDefault(field, List.of());
        if (claims.isEmpty() || claims.stream().anyMatch(claim -> claim.rule().equals(seen.rule()))) {
            return;
        }
        boolean isSame = isSame(field, record, seen.value());
        if (isSame) {
            draft.claim(field, seen);
        } else {
            draft.overruled(field, seen, ComparedValues.OVERRULED);
        }
        String code = COMPARED.getOrDefault(field, "");
        boolean isTold = ComparedValues.isTold(record, code);
        if (!isTold && !isSame) {
            draft.finding(
                    Finding.warning(
                            "sidecar.disagrees",
                            "the document says " + field + " " + String.join("、", ComparedValues.of(field, record))
                                    + ", the metadata that came with it say " + seen.value()
                                    + "; the document is believed"),
                    seen);
        }
    }

    /** Sites leave the issuer out of a title, or write a short name of the issuer. */
    private static boolean isSame(String field, DocumentRecord record, String value) {
        String said = ComparedValues.key(field, value);
        boolean isInPart = field.equals("title") || field.equals("issuers");
        Stream<String> enclosed = field.equals("title") ? Stream.ofNullable(record.enclosedTitle()) : Stream.empty();
        return Stream.concat(ComparedValues.of(field, record).stream(), enclosed)
                .map(own -> ComparedValues.key(field, own))
                .anyMatch(own -> own.equals(said) || isInPart && (own.contains(said) || said.contains(own)));
    }
}
