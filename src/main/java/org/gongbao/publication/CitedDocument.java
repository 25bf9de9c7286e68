package org.gongbao.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which of the public documents a citation means (引文所指): the one of its number, among copies the one of its title and issuer,
 * else the first released; without a number the one of its title, issuer and date; a title alone counts where all that
 * bear it can be the same document. In doubt it means none: a plan of every year, or of every county, is not mistaken
 * for another.
 */
final class CitedDocument {

    private CitedDocument() {}

    /** What a citation says of the document that it means. */
    record Request(
            @Nullable String numberKey,
            @Nullable String titleKey,
            @Nullable String issuer,
            @Nullable LocalDate date) {}

    /** A public document with its keys, as {@link RelationKeys} gives them. */
    record Candidate(String uid, Set<String> keys) {
        List<String> all(String kind) {
            return keys.stream()
                    .filter(key -> key.startsWith(kind))
                    .map(key -> key.substring(kind.length()))
                    .sorted()
                    .toList();
        }
    }

    /**
     * The identifier of the document that is meant, null for none.
     *
     * @param byNumber those that bear the number, the first released first
     * @param byTitle those that bear the title, the first released first
     */
    static @Nullable String of(Request request, List<Candidate> byNumber, List<Candidate> byTitle) {
        if (!byNumber.isEmpty()) {
            List<Candidate> titled = preferred(byNumber, each -> each.keys().contains("" + request.titleKey()));
            return preferred(titled, each -> isIssuedBy(each, request.issuer()))
                    .get(0)
                    .uid();
        }
        List<Candidate> possible = byTitle.stream()
                .filter(each -> request.numberKey() == null || each.all("n:").isEmpty())
                .filter(each -> isIssuedBy(each, request.issuer()) && isOfYear(each, request.date()))
                .toList();
        LocalDate date = request.date();
        List<Candidate> meant = date == null
                ? possible
                : preferred(possible, each -> each.keys().contains("d:" + date));
        return meant.isEmpty() || !areOne(meant) ? null : meant.get(0).uid();
    }

    private static List<Candidate> preferred(List<Candidate> all, Predicate<Candidate> wish) {
        List<Candidate> some = all.stream().filter(wish).toList();
        return some.isEmpty() ? all : some;
    }

    /** A short name is the end of the full one: {@code 市政府} of {@code 云州市人民政府}. A document without issuer can be anybody's. */
    private static boolean isIssuedBy(Candidate candidate, @Nullable String issuer) {
        List<String> issuers = candidate.all("i:");
        if (issuer == null || issuers.isEmpty()) {
            return true;
        }
        for (String named : issuer.split("[、，,;；]")) {
            String name = RelationKeys.plain(named);
            if (issuers.stream().anyMatch(own -> own.endsWith(name) || name.endsWith(own))) {
                return true;
            }
        }
        return false;
    }

    /** Days of making and of publication differ, years do not. */
    private static boolean isOfYear(Candidate candidate, @Nullable LocalDate date) {
        List<String> dates = candidate.all("d:");
        return date == null || dates.isEmpty() || dates.stream().anyMatch(day -> day.startsWith(date.getYear() + "-"));
    }

    /** Whether all can be copies of one document: the same number, or no sign that tells them apart. */
    private static boolean areOne(List<Candidate> candidates) {
        Candidate first = candidates.get(0);
        return candidates.stream().allMatch(other -> canBeOne(first, other));
    }

    private static boolean canBeOne(Candidate a, Candidate b) {
        List<String> number = a.all("n:");
        List<String> other = b.all("n:");
        if (!number.isEmpty() && !other.isEmpty()) {
            return number.equals(other);
        }
        return overlap(a.all("i:"), b.all("i:")) && overlap(a.all("d:"), b.all("d:"));
    }

    private static boolean overlap(List<String> a, List<String> b) {
        return a.isEmpty() || b.isEmpty() || a.stream().anyMatch(b::contains);
    }
}
