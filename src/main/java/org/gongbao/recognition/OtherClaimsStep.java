package org.gongbao.recognition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;

/**
 * Keeps what the other places of a document say of a value (旁证): header beside number line and signature, title and letterhead
 * beside the signature. What agrees is a claim of equal standing; what disagrees stays as a claim that lost, and a finding
 * says so. Which place wins is written in {@code profiles/README.md}.
 */
final class OtherClaimsStep implements Step {

    private final IssuerStep issuers;

    OtherClaimsStep(IssuerStep issuers) {
        this.issuers = issuers;
    }

    @Override
    public void apply(Draft draft) {
        DocumentRecord record = draft.record().build();
        draft.header().value("title").ifPresent(seen -> lay(draft, record, "title", seen));
        Stream.concat(NumberStep.ofHeader(draft).stream(), NumberStep.ofLine(draft).stream())
                .forEach(seen -> lay(draft, record, "documentNumber", seen));
        DateStep.headerDate(draft, "issuedOn").ifPresent(seen -> lay(draft, record, "issuedOn", seen));
        issuers.elsewhere(draft).forEach(seen -> lay(draft, record, "issuers", seen));
    }

    private static void lay(Draft draft, DocumentRecord record, String field, Seen seen) {
        List<Claim> claims = record.claims().getOrDefault(field, List.of());
        Claim own = draft.flow().claim(seen);
        if (claims.isEmpty() || claims.stream().anyMatch(claim -> isSamePlace(claim, own))) {
            return;
        }
        Optional<String> agreed = ComparedValues.of(field, record).stream()
                .filter(value -> ComparedValues.key(field, value).equals(ComparedValues.key(field, seen.value())))
                .findFirst();
        if (agreed.isPresent()) {
            draft.claim(field, seen.withValue(agreed.get()));
            return;
        }
        double winner = claims.stream().mapToDouble(Claim::confidence).min().orElse(1);
        draft.overruled(field, seen, Math.min(ComparedValues.OVERRULED, winner * 0.9));
        boolean isShort = field.equals("issuers") && isShortFor(seen.value(), ComparedValues.of(field, record));
        disagreement(field)
                .filter(code -> !isShort && !ComparedValues.isTold(record, code))
                .ifPresent(code -> draft.finding(
                        Finding.info(
                                code,
                                "the document says " + field + " " + String.join("、", ComparedValues.of(field, record))
                                        + ", another place of it says " + seen.value() + "; both are kept"),
                        seen));
    }

    /**
     * 云州市发展改革委 is short for 云州市发展和改革委员会: its characters in their order, some left out. 云州市人民政府 is not short for its
     * office 云州市人民政府办公室, whose name begins with it.
     */
    private static boolean isShortFor(String name, List<String> others) {
        String letters = name.codePoints()
                .mapToObj(c -> Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining(".*"));
        return others.stream().anyMatch(other -> !other.startsWith(name) && other.matches(".*" + letters + ".*"));
    }

    private static boolean isSamePlace(Claim claim, Claim other) {
        return claim.raw().equals(other.raw()) && Objects.equals(claim.start(), other.start());
    }

    /** Titles are compared where they are read; a site may leave the issuer out of one. */
    private static Optional<String> disagreement(String field) {
        return switch (field) {
            case "documentNumber" -> Optional.of("number.disagrees");
            case "issuedOn" -> Optional.of("date.disagrees");
            case "issuers" -> Optional.of("issuer.disagrees");
            default -> Optional.empty();
        };
    }
}
