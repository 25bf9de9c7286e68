package org.gongbao.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.ChineseDate;
import org.gongbao.record.DocumentNumberReader;
import org.jspecify.annotations.Nullable;

/**
 * Who issued a cited document and when (被引文件的发布机关和日期), from the words before its title:
 * {@code 2010年3月1日云州市人民政府令第15号发布的《…》}. Most repeals name no number, so this is what tells documents of one title apart.
 *
 * @param number the number that stands between issuer and verb
 * @param from where the number begins in the line, -1 without one
 */
record CitedOrigin(
        @Nullable String issuer, @Nullable LocalDate date, DocumentNumberReader.@Nullable Reading number, int from) {

    /** Where the words say nothing. */
    static final CitedOrigin NONE = new CitedOrigin(null, null, null, -1);

    private static final int LONGEST = 60;

    /** {@code 云州市人民政府办公室印发的}, {@code 云州市人民政府令第15号公布，}; of nothing shorter is it said who issued it. */
    private static final Pattern ISSUED =
            Pattern.compile("(?:发布|公布|印发|颁布|颁发|制定|出台|下发|转发)(?:施行|实施|执行)?(?:的|，|,)?(?:原)?$");

    /** Signs that end what went before. */
    private static final Pattern BOUNDARY = Pattern.compile("[，。；、：,;:》）)]");

    /** Reads the words that end where a title opens. */
    static CitedOrigin before(String line, int open, Agencies agencies) {
        int start = Math.max(0, open - LONGEST);
        Matcher issued = ISSUED.matcher(line.substring(start, open));
        if (!issued.find()) {
            return NONE;
        }
        String words = line.substring(start, start + issued.start());
        DocumentNumberReader.Reading number = numberAtEnd(words);
        String names =
                number == null || number.number().code().endsWith("令") ? words : words.substring(0, number.start());
        String bare = names.replaceFirst("(?:令|公告)?[（(]?(?:第[^第]{1,6}号|\\d{4}年第\\d+号)[)）]?(?:令)?$", "")
                .replaceFirst("以$", "");
        int cut = 0;
        Matcher boundary = BOUNDARY.matcher(bare);
        while (boundary.find()) {
            cut = boundary.end();
        }
        String own = bare.substring(cut);
        List<ChineseDate> dates = ChineseDate.find(own);
        ChineseDate date = dates.isEmpty() ? null : dates.get(dates.size() - 1);
        String issuer = issuer(date == null ? own : own.substring(date.end()), agencies);
        if (issuer == null && date == null && number == null) {
            return NONE;
        }
        return new CitedOrigin(
                issuer, date == null ? null : date.date(), number, number == null ? -1 : start + number.start());
    }

    private static DocumentNumberReader.@Nullable Reading numberAtEnd(String words) {
        return DocumentNumberReader.find(words, Set.of()).stream()
                .filter(reading -> reading.end() == words.length())
                .findFirst()
                .orElse(null);
    }

    /** The longest name of an agency that the words end with: not the {@code 自本办法施行之日起} before it. */
    private static @Nullable String issuer(String words, Agencies agencies) {
        String name = Blanks.remove(words).replaceFirst("^(?:由|经|原)", "");
        for (int from = 0; from + 3 <= name.length(); from++) {
            String rest = name.substring(from);
            if (agencies.isName(rest) && !rest.contains("之日") && !rest.contains("起")) {
                return rest.replaceFirst("^(?:由|经|原)", "");
            }
        }
        return null;
    }
}
