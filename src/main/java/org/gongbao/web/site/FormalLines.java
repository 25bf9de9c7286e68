package org.gongbao.web.site;

import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.web.site.TextView.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The lines by which an official document is known, each of which stands alone: number, addressees and signature.
 *
 * @param numbers the document's number in every form in which it was read, without blanks
 * @param signatures issuers and date, without blanks
 * @param addressee the first one without blanks, null where there is none
 */
record FormalLines(
        Set<String> numbers,
        Set<String> signatures,
        @Nullable String addressee) {

    /** 成文日期 as documents write it, without blanks. */
    private static final DateTimeFormatter WRITTEN_DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    static FormalLines of(DocumentRecord document) {
        Set<String> numbers = new HashSet<>(Set.of(Squeezed.of(document.documentNumber())));
        for (Claim claim : document.claims().getOrDefault("documentNumber", List.of())) {
            numbers.add(Squeezed.of(claim.raw()));
        }
        Set<String> signatures = new HashSet<>();
        document.issuers().forEach(issuer -> signatures.add(Squeezed.of(issuer)));
        if (document.issuedOn() != null) {
            signatures.add(WRITTEN_DATE.format(document.issuedOn()));
        }
        return new FormalLines(
                numbers,
                signatures,
                document.addressees().isEmpty()
                        ? null
                        : Squeezed.of(document.addressees().get(0)));
    }

    /** What a line without blanks is; null where it is none of these. */
    @Nullable
    Kind kind(String line) {
        if (numbers.contains(line)) {
            return Kind.NUMBER;
        }
        if (signatures.contains(line)) {
            return Kind.SIGNATURE;
        }
        return isAddressees(line) ? Kind.ADDRESSEES : null;
    }

    /** 主送机关 begin with the first of them and end with a colon. */
    private boolean isAddressees(String line) {
        return addressee != null && line.startsWith(addressee) && (line.endsWith("：") || line.endsWith(":"));
    }
}
