package org.gongbao.publication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a document can be recognised by when another one cites it: its number, and its titles, in one spelling each; and what
 * tells documents of one title apart: its issuers and its dates.
 */
public final class RelationKeys {

    /** A number after NFKC: {@code 云政办字〔2023〕12号}, {@code 云政办字[2023]第012号}. Groups: code, year, serial number. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<code>.+?)[〔\\[(【〈{](?<year>\\d{4})[〕\\])】〉}]第?0*(?<serial>\\d+)号?");

    /** What titles are quoted in, and what differs between spellings: {@code 《〈数字政府〉方案》}. */
    private static final Pattern TITLE_MARKS = Pattern.compile("[\\s《》〈〉<>“”\"‘’']+");

    private RelationKeys() {}

    /** The key of a number; null for none. */
    public static @Nullable String ofNumber(@Nullable String number) {
        if (number == null || number.isBlank()) {
            return null;
        }
        String plain = Normalizer.normalize(number, Normalizer.Form.NFKC).replaceAll("\\s+", "");
        Matcher parts = NUMBER.matcher(plain);
        return "n:"
                + (parts.matches()
                        ? parts.group("code") + "|" + parts.group("year") + "|" + parts.group("serial")
                        : plain);
    }

    /** The key of a title; null for none. */
    public static @Nullable String ofTitle(@Nullable String title) {
        if (title == null) {
            return null;
        }
        String plain = TITLE_MARKS
                .matcher(Normalizer.normalize(title, Normalizer.Form.NFKC))
                .replaceAll("");
        return plain.isEmpty() ? null : "t:" + plain;
    }

    /**
     * The key of a cited document's stub, the same wherever and in whatever order it is cited: from its number, or else from its
     * title with issuer and year as far as the citation names them.
     */
    static @Nullable String stub(
            @Nullable String numberKey, @Nullable String titleKey, @Nullable String issuer, @Nullable LocalDate date) {
        if (numberKey == null && titleKey == null) {
            return null;
        }
        String name = numberKey != null
                ? numberKey
                : titleKey + "|" + (issuer == null ? "" : plain(issuer)) + "|" + (date == null ? "" : date.getYear());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The name of an issuer in one spelling; 原 marks a body that is no more. */
    static String plain(String issuer) {
        return Normalizer.normalize(issuer, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .replaceFirst("^原", "")
                .replace("人民政府", "政府");
    }

    /** All keys of a document. */
    static Set<String> of(DocumentRecord record) {
        Set<String> keys = new LinkedHashSet<>();
        for (String key : new @Nullable String[] {
            ofNumber(record.documentNumber()), ofTitle(record.title()), ofTitle(record.enclosedTitle())
        }) {
            if (key != null) {
                keys.add(key);
            }
        }
        record.issuers().forEach(issuer -> keys.add("i:" + plain(issuer)));
        for (LocalDate date : new @Nullable LocalDate[] {record.issuedOn(), record.publishedOn()}) {
            if (date != null) {
                keys.add("d:" + date);
            }
        }
        return keys;
    }
}
