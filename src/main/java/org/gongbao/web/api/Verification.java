package org.gongbao.web.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongbao.publication.DocumentHistory;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PackageContent;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.PublishedDocuments.PublicState;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/**
 * What a verification code (验证码) stands for: a document or issue, its editions, and which of them stands.
 *
 * @param title null where it is public no more
 * @param isHeldBack whether the edition that stands is being replaced, so that nobody is given its file
 * @param editions the latest first
 */
record Verification(
        Uid uid, @Nullable String title, boolean isHeldBack, List<Edition> editions, PublicState.@Nullable Gone gone) {

    /** Editions that are told of. */
    private static final int MOST = 50;

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /**
     * An edition.
     *
     * @param sha256 of its PDF; null where it has none, or nobody is given it any more: a digest would confirm what is gone
     */
    record Edition(
            int number,
            Instant at,
            boolean stands,
            @Nullable String sha256) {}

    /** What a code stands for; empty for a code of nothing that was ever public. */
    static Optional<Verification> of(String code, PublishedDocuments documents, DocumentHistory versions) {
        String uid = plain(code);
        return Uid.isUid(uid) ? documents.find(new Uid(uid)).map(state -> of(state, versions)) : Optional.empty();
    }

    /** As people type it: in groups, in capitals, with letters that the code does not have for digits that look like them. */
    private static String plain(String code) {
        return code.replaceAll("[\\s\\p{Pd}]", "")
                .toLowerCase(Locale.ROOT)
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
    }

    private static Verification of(PublicState state, DocumentHistory versions) {
        if (state instanceof PublicState.Gone gone) {
            return new Verification(gone.uid(), null, false, List.of(), gone);
        }
        PublishedDocument document = ((PublicState.Public) state).document();
        return new Verification(
                document.uid(),
                document.record().displayTitle(),
                document.issue() != null && document.issue().isHeldBack(),
                editions(document, versions),
                null);
    }

    private static List<Edition> editions(PublishedDocument document, DocumentHistory versions) {
        List<Edition> editions = new ArrayList<>();
        List<LogEvent> events = versions.history(document.uid()).stream()
                .map(DocumentHistory.Step::event)
                .toList();
        for (int i = events.size() - 1; i >= 0 && editions.size() < MOST; i--) {
            LogEvent event = events.get(i);
            if (event.event().leavesPublic()) {
                String digest = versions.version(event.uid(), event.version())
                        .flatMap(content -> content.file(PackageContent.PDF))
                        .map(PublicPackage.File::sha256)
                        .orElse(null);
                editions.add(new Edition(event.version(), event.time(), event.version() == document.version(), digest));
            }
        }
        return editions;
    }

    /** The edition that stands. */
    Optional<Edition> standing() {
        return editions.stream().filter(Edition::stands).findFirst();
    }

    /**
     * What the digest of a reader's own file says: {@code stands}, {@code replaced}, {@code other} where it is of no edition that
     * people are given, {@code unreadable} where it is no digest; empty where none was typed.
     */
    String compare(String typed) {
        String digest = typed.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        if (digest.isEmpty()) {
            return "";
        }
        if (!DIGEST.matcher(digest).matches()) {
            return "unreadable";
        }
        List<Edition> same = editions.stream()
                .filter(edition -> digest.equals(edition.sha256()))
                .toList();
        return same.isEmpty() ? "other" : same.stream().anyMatch(Edition::stands) ? "stands" : "replaced";
    }
}
