package org.gongbao.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/**
 * How alike two documents are (重复报送): whether title and issuer are the same in one spelling, without regard to width, spaces
 * and punctuation, and how many pieces of {@value #PIECE} characters their texts share. MinHash (Broder 1997) makes of a text 32
 * digests; the share of equal ones estimates the share of equal pieces, so that texts need not be kept to be compared.
 */
public final class Likeness {

    /** From this many percent on texts are alike: a letter read otherwise here and there, or a paragraph more. */
    public static final int ALIKE = 75;

    static final int DIGESTS = 32;

    private static final int PIECE = 5;

    /** A shorter text says too little by itself. */
    private static final int SHORTEST = 60;

    private static final int PERCENT = 100;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final Pattern NO_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Likeness() {}

    /** Whether both have one title and an issuer in common. */
    public static boolean isSameTitle(DocumentRecord one, DocumentRecord other) {
        Set<String> names = titles(one);
        names.retainAll(titles(other));
        return !names.isEmpty();
    }

    /** Percent of the pieces of both texts that are in both; 0 where one of them is too short to tell. */
    public static int percent(DocumentRecord one, DocumentRecord other) {
        Set<Long> first = pieces(one.text());
        Set<Long> second = pieces(other.text());
        Set<Long> all = new HashSet<>(first);
        all.addAll(second);
        return first.isEmpty() || second.isEmpty()
                ? 0
                : PERCENT * (first.size() + second.size() - all.size()) / all.size();
    }

    /** Titles with an issuer each; a document without an issuer is like none by its title. */
    static Set<String> titles(DocumentRecord record) {
        Set<String> names = new LinkedHashSet<>();
        for (String title : Stream.of(record.title(), record.enclosedTitle())
                .map(Likeness::plain)
                .filter(text -> !text.isEmpty())
                .toList()) {
            for (String issuer : record.issuers()) {
                names.add(title + "|" + plain(issuer));
            }
        }
        return names;
    }

    /** The digests by which a document is found; of a short text those of its title alone. */
    static Set<String> digests(DocumentRecord record) {
        Set<String> digests = new LinkedHashSet<>();
        titles(record).forEach(name -> digests.add("t:" + sha256(name)));
        Set<Long> pieces = pieces(record.text());
        for (int i = 0; i < DIGESTS && !pieces.isEmpty(); i++) {
            long seed = mix(i * GOLDEN);
            long least =
                    pieces.stream().mapToLong(piece -> mix(piece ^ seed)).min().orElseThrow();
            digests.add(i + ":" + HexFormat.of().toHexDigits(least));
        }
        return digests;
    }

    private static Set<Long> pieces(String text) {
        String plain = plain(text);
        Set<Long> pieces = new HashSet<>();
        if (plain.length() >= SHORTEST) {
            for (int i = 0; i + PIECE <= plain.length(); i++) {
                long hash = 0;
                for (int j = i; j < i + PIECE; j++) {
                    hash = mix(hash * GOLDEN + plain.charAt(j));
                }
                pieces.add(hash);
            }
        }
        return pieces;
    }

    private static String plain(@Nullable String text) {
        String normal = text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFKC);
        return NO_WORDS.matcher(normal).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** The finalizer of SplitMix64: every bit of the result depends on every bit of what came. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }

    /** Sentences of a text that are its own rather than everybody's: the longest lines. */
    public static List<String> sentences(DocumentRecord record, int count, int length) {
        return record.text()
                .lines()
                .map(String::strip)
                .filter(line -> line.length() >= PIECE * 2)
                .sorted((one, other) -> other.length() - one.length())
                .limit(count)
                .map(line -> line.substring(0, Math.min(line.length(), length)))
                .toList();
    }
}
