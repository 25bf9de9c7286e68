package org.gongbao.web.oai;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.gongbao.publication.Harvest.Asked;
import org.gongbao.web.oai.OaiException.Code;
import org.jspecify.annotations.Nullable;

/** Selective harvesting (OAI-PMH 2.0, 2.7), as the arguments say it; both ends of the time belong to it. */
record OaiSelection(
        String prefix,
        @Nullable String from,
        @Nullable String until,
        @Nullable String set) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SECOND = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");

    static OaiSelection of(OaiRequest request) {
        return new OaiSelection(
                request.required("metadataPrefix"),
                request.argument("from"),
                request.argument("until"),
                request.argument("set"));
    }

    /**
     * What is asked of the register.
     *
     * @param gazettes every gazette that there ever was
     */
    Asked asked(Supplier<List<String>> gazettes) {
        Instant start = moment(from, false);
        Instant end = moment(until, true);
        if (from != null && until != null && from.length() != until.length()) {
            throw new OaiException(Code.badArgument, "from and until came in different granularities");
        }
        if (start != null && end != null && start.isAfter(end)) {
            throw new OaiException(Code.badArgument, "from is later than until");
        }
        OaiSets.Chosen chosen = set == null
                ? OaiSets.Chosen.ALL
                : OaiSets.chosen(set, gazettes)
                        .orElseThrow(() -> new OaiException(Code.noRecordsMatch, "there is no set " + set));
        return new Asked(start, end, chosen.kind(), chosen.agency(), chosen.gazettes());
    }

    private static @Nullable Instant moment(@Nullable String text, boolean isEnd) {
        if (text == null) {
            return null;
        }
        try {
            if (DAY.matcher(text).matches()) {
                return Instant.parse(LocalDate.parse(text) + (isEnd ? "T23:59:59Z" : "T00:00:00Z"));
            }
            if (SECOND.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeException e) {
            // A day that no calendar has: refused like any other text.
        }
        throw new OaiException(Code.badArgument, text + " came; YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ was expected");
    }
}
