package org.gongbao.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentNumber;
import org.gongbao.record.DocumentNumberReader;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Whether a document's number (文号) is certain enough that an address may be made of it. It is where a person said it, or where it
 * was read from characters that no recognition had to guess, undamaged, by a rule that is hardly ever wrong, and nothing else in
 * the document speaks against it. Only the public record is asked.
 */
final class VerifiedNumber {

    /** What a rule must promise at least; those that guess from file names or repair brackets promise less. */
    private static final double CONFIDENCE = 0.9;

    private VerifiedNumber() {}

    /** The number; empty for drafts, for issues of gazettes, and where it is not certain. */
    static Optional<DocumentNumber> of(DocumentRecord record) {
        String number = record.documentNumber();
        if (number == null || record.draft() || !record.items().isEmpty() || !isCertain(record, number)) {
            return Optional.empty();
        }
        return DocumentNumberReader.parse(number, Set.of())
                .filter(reading -> !reading.repaired())
                .map(DocumentNumberReader.Reading::number);
    }

    private static boolean isCertain(DocumentRecord record, String number) {
        return isSaid(record, "documentNumber", number)
                || isRead(record, "documentNumber", number) && !isDoubted(record, "number.");
    }

    /** The place whose document it is; empty where that was only concluded from its title or a web site. */
    static Optional<String> division(DocumentRecord record) {
        String division = record.jurisdiction();
        return division == null
                        || !isSaid(record, "jurisdiction", division) && !isClaimed(record, "jurisdiction", division)
                ? Optional.empty()
                : Optional.of(division);
    }

    /** The year of the document; empty where its date is not certain. */
    static Optional<Integer> year(DocumentRecord record) {
        LocalDate day = record.issuedOn();
        if (day == null) {
            return Optional.empty();
        }
        boolean isCertain = isSaid(record, "issuedOn", day.toString())
                || isRead(record, "issuedOn", day.toString()) && !isDoubted(record, "date.");
        return isCertain ? Optional.of(day.getYear()) : Optional.empty();
    }

    private static boolean isRead(DocumentRecord record, String field, @Nullable String value) {
        return !record.source().recognisedByOcr() && isClaimed(record, field, value);
    }

    private static boolean isSaid(DocumentRecord record, String field, String value) {
        return claims(record, field).stream()
                .anyMatch(claim ->
                        claim.rule().equals(Claim.PERSON) && claim.value().equals(value));
    }

    private static boolean isClaimed(DocumentRecord record, String field, @Nullable String value) {
        return claims(record, field).stream()
                .anyMatch(
                        claim -> claim.value().equals(value) && !claim.repaired() && claim.confidence() >= CONFIDENCE);
    }

    private static List<Claim> claims(DocumentRecord record, String field) {
        return record.claims().getOrDefault(field, List.of());
    }

    private static boolean isDoubted(DocumentRecord record, String about) {
        return record.findings().stream()
                .anyMatch(finding ->
                        finding.severity() != Severity.INFO && finding.code().startsWith(about));
    }
}
