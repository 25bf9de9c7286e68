package org.gongbao.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongbao.publication.Uid;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.review.Correction;
import org.jspecify.annotations.Nullable;

/**
 * Which identifier each part of a file keeps when the file is read anew. Today's rules may divide an issue otherwise, and
 * an identifier never moves to another document: a part is the document whose number it bears, else the one of its title.
 * Its place counts only where the number of parts is the same and the titles are alike, as when a rule reads a title better,
 * or where nobody knows what the document was.
 */
final class Parts {

    private final List<Known> known;
    private final List<DocumentRecord> records;
    private final Map<Integer, Uid> kept = new TreeMap<>();

    private Parts(List<Known> known, List<DocumentRecord> records) {
        this.known = new ArrayList<>(known);
        this.records = records;
    }

    /**
     * A document of a file as it was known before.
     *
     * @param number its document number, null where none is known
     * @param title null where none is known
     */
    record Known(
            int part,
            Uid uid,
            @Nullable String number,
            @Nullable String title) {

        /** By what machines read of it, so that a person's correction of its title or number is no other document. */
        static Known of(int part, Uid uid, DocumentRecord record) {
            String enclosed = byMachine(record, "enclosedTitle", record.enclosedTitle());
            String title = enclosed != null ? enclosed : byMachine(record, "title", record.title());
            return new Known(part, uid, byMachine(record, "documentNumber", record.documentNumber()), title);
        }

        private static @Nullable String byMachine(DocumentRecord record, String field, @Nullable String value) {
            List<Claim> claims = record.claims().getOrDefault(field, List.of());
            boolean isByPerson = claims.stream().anyMatch(claim -> claim.rule().equals(Correction.RULE));
            return !isByPerson
                    ? value
                    : claims.stream()
                            .filter(claim -> !claim.rule().equals(Correction.RULE))
                            .map(Claim::value)
                            .findFirst()
                            .orElse(null);
        }

        private boolean isNumbered(DocumentRecord record) {
            return number != null && number.equals(record.documentNumber());
        }

        private boolean isTitled(DocumentRecord record) {
            boolean otherNumber = number != null && record.documentNumber() != null && !isNumbered(record);
            return title != null && title.equals(record.displayTitle()) && !otherNumber;
        }

        /** Whether one title is in the other, or half of their pairs of characters are the same. */
        private boolean isLike(DocumentRecord record) {
            String other = record.displayTitle();
            if (number != null && record.documentNumber() != null) {
                return isNumbered(record);
            }
            if (title == null || other == null || title.contains(other) || other.contains(title)) {
                return true;
            }
            Set<String> ours = pairs(title);
            Set<String> theirs = pairs(other);
            int all = ours.size() + theirs.size();
            ours.retainAll(theirs);
            return all > 0 && ours.size() * 4 >= all;
        }

        private static Set<String> pairs(String text) {
            return IntStream.range(0, text.length() - 1)
                    .mapToObj(i -> text.substring(i, i + 2))
                    .collect(Collectors.toSet());
        }

        private boolean isUnknown() {
            return number == null && title == null;
        }
    }

    /**
     * Identifiers by part, without those parts that are new. Documents that no part is any more follow behind the last part.
     *
     * @param records the file itself and then its parts
     */
    static Map<Integer, Uid> match(List<Known> known, List<DocumentRecord> records) {
        Parts parts = new Parts(known, records);
        boolean sameCount = known.size() == records.size();
        parts.keep((document, part) -> document.part() == 0 && part == 0);
        parts.keep((document, part) -> document.part() == part
                && (document.isNumbered(records.get(part)) || document.isTitled(records.get(part))));
        parts.keepOnly((document, part) -> document.isNumbered(records.get(part)));
        parts.keepOnly((document, part) -> document.isTitled(records.get(part)));
        parts.keep((document, part) ->
                document.part() == part && (document.isUnknown() || sameCount && document.isLike(records.get(part))));
        int next = records.size();
        for (Known left : parts.known) {
            parts.kept.put(next++, left.uid());
        }
        return parts.kept;
    }

    private void keep(BiPredicate<Known, Integer> same) {
        for (int part = 0; part < records.size(); part++) {
            for (Known document : List.copyOf(known)) {
                if (!kept.containsKey(part) && same.test(document, part)) {
                    take(document, part);
                }
            }
        }
    }

    /** Only where one document and one part are meant by each other alone. */
    private void keepOnly(BiPredicate<Known, Integer> same) {
        Map<Integer, Known> found = new TreeMap<>();
        for (Known document : known) {
            List<Integer> meant =
                    open().stream().filter(part -> same.test(document, part)).toList();
            if (meant.size() == 1) {
                int part = meant.get(0);
                boolean isOnly =
                        known.stream().filter(other -> same.test(other, part)).count() == 1;
                if (isOnly) {
                    found.put(part, document);
                }
            }
        }
        found.forEach((part, document) -> take(document, part));
    }

    private List<Integer> open() {
        List<Integer> open = new ArrayList<>();
        for (int part = 1; part < records.size(); part++) {
            if (!kept.containsKey(part)) {
                open.add(part);
            }
        }
        return open;
    }

    private void take(Known document, int part) {
        kept.put(part, document.uid());
        known.remove(document);
    }
}
