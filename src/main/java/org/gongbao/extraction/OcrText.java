package org.gongbao.extraction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts recognised text right where its form alone shows what is meant: specks read as punctuation go, full-width digits
 * and letters become plain, half-width punctuation between Chinese characters becomes full-width.
 */
final class OcrText {

    private static final String HAN = "\\p{IsHan}〇《》〈〉“”‘’（）〔〕【】、，。；：？！";

    /** Punctuation with which no line begins, as in {@code ．助。} or {@code ：少裁员}; the specks of a scan read so. */
    private static final Pattern LEADING = Pattern.compile("^[“\"'＇`]?[.．·,，、。:：;；'＇`\\-_~]+(?=\\D)");

    /** A dot or quote after a character that ends a line or sentence, as in {@code 措施。·} or {@code 要.坚持}. */
    private static final Pattern AFTER_HAN = Pattern.compile("(?<=[" + HAN + "\\])])[.．'＇`]+(?![0-9０-９A-Za-z])");

    /** A middle dot that is no part of a name, as in {@code 继续执行·“认} or {@code 2019·年}. */
    private static final Pattern STRAY_DOT =
            Pattern.compile("(?<=[“”‘’（）《》〔〕、，。；：？！0-9\\])])[·]+|[·]+(?=[“”‘’（）《》〔〕、，。；：？！])|[·]+$");

    /** A dot between a number and its unit, as in {@code 860.号} or {@code 2020.年}. */
    private static final Pattern BEFORE_UNIT = Pattern.compile("(?<=[0-9])[.．·]+(?=[号年月日])");

    /** Half-width punctuation next to a Chinese character, as in {@code 长官,白山} or {@code (一)}. */
    private static final Pattern HALF_WIDTH = Pattern.compile(
            "(?<=[" + HAN + "\\d%])[,;:?!](?=[" + HAN + "])|(?<=[" + HAN + "])[,;:?!()]|[()](?=[" + HAN + "])");

    private OcrText() {}

    /** The piece with its text put right. The scores of characters that went go too. */
    static OcrPiece clean(OcrPiece piece) {
        OcrPiece plain = piece.withText(plain(piece.text()), piece.scores());
        OcrPiece left = plain;
        for (Pattern speck : new Pattern[] {LEADING, AFTER_HAN, STRAY_DOT, BEFORE_UNIT}) {
            left = without(left, speck);
        }
        return left.withText(fullWidth(left.text()), left.scores());
    }

    private static OcrPiece without(OcrPiece piece, Pattern speck) {
        Matcher matcher = speck.matcher(piece.text());
        StringBuilder text = new StringBuilder();
        float[] scores = new float[piece.scores().length];
        int from = 0;
        while (matcher.find()) {
            System.arraycopy(piece.scores(), from, scores, text.length(), matcher.start() - from);
            text.append(piece.text(), from, matcher.start());
            from = matcher.end();
        }
        if (from == 0) {
            return piece;
        }
        System.arraycopy(
                piece.scores(), from, scores, text.length(), piece.text().length() - from);
        text.append(piece.text().substring(from));
        return piece.withText(text.toString(), java.util.Arrays.copyOf(scores, text.length()));
    }

    /** Full-width digits, letters, dots and per cent signs as plain ones. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            char folded = (char) (c - '！' + '!');
            boolean form = c > '！' && c <= '～';
            if (form && (folded < 0x80 && Character.isLetterOrDigit(folded) || folded == '.' || folded == '%')) {
                plain.setCharAt(i, folded);
            }
        }
        return plain.toString();
    }

    private static String fullWidth(String text) {
        return HALF_WIDTH
                .matcher(text)
                .replaceAll(match -> Character.toString((char) (match.group().charAt(0) - '!' + '！')));
    }
}
