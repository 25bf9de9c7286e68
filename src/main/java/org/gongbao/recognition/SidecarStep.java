package org.gongbao.recognition;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentNumberReader;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

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
            draft.overruled(field, seen, OtherClaimsStep.OVERRULED);
        }
        String code = COMPARED.getOrDefault(field, "");
        boolean isTold =
                record.findings().stream().anyMatch(finding -> finding.code().equals(code));
        if (!isTold && !isSame) {
            draft.finding(
                    Finding.warning(
                            "sidecar.disagrees",
                            "the document says " + field + " " + value(field, record)
                                    + ", the metadata that came with it say " + seen.value()
                                    + "; the document is believed"),
                    seen);
        }
    }

    private static boolean isSame(String field, DocumentRecord record, String value) {
        return switch (field) {
            case "title" -> isPart(value, record.title()) || isPart(value, record.enclosedTitle());
            case "documentNumber" -> number(value).equals(number(String.valueOf(record.documentNumber())));
            case "issuers" -> record.issuers().stream().anyMatch(issuer -> isPart(value, issuer));
            default -> plain(value).equals(plain(value(field, record)));
        };
    }

    /** Sites leave the issuer out of a title, or write a short name of the issuer. */
    private static boolean isPart(String value, @Nullable String other) {
        if (other == null) {
            return false;
        }
        String one = plain(value);
        String two = plain(other);
        return one.contains(two) || two.contains(one);
    }

    private static Optional<String> number(String text) {
        return DocumentNumberReader.parse(text, Set.of())
                .map(DocumentNumberReader.Reading::number)
                .map(number -> number.key().replaceFirst("^国令", "国务院令"))
                .or(() -> Optional.of(plain(text)));
    }

    private static String plain(String text) {
        return Blanks.remove(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    private static String value(String field, DocumentRecord record) {
        return String.valueOf(
                switch (field) {
                    case "title" -> record.title();
                    case "documentNumber" -> record.documentNumber();
                    case "indexNumber" -> record.indexNumber();
                    case "issuers" -> String.join("、", record.issuers());
                    case "issuedOn" -> record.issuedOn();
                    default -> record.publishedOn();
                });
    }
}
