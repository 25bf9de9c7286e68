package org.gongbao.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;

/**
 * Finds what a font says of ranges of codes that no font has (ISO 32000-1, 9.7.4.3 and 9.10.3): the PDF library writes
 * such ranges out code by code, which never ends. A composite font has at most 65,536 codes.
 */
final class FontFloods {

    /** Codes that all ranges of one font together may hold; some writers list each code several times. */
    private static final long CODES = 1_000_000;

    private static final int MAP_BYTES = 4 << 20;
    private static final COSName VERTICAL_WIDTHS = COSName.getPDFName("W2");

    /** A section of ranges, as in {@code 1 beginbfrange <0041> <005A> <0061> endbfrange}. */
    private static final Pattern SECTION =
            Pattern.compile("begin(?:bf|cid)range(.*?)(?:end(?:bf|cid)range|\\z)", Pattern.DOTALL);

    /** A range of codes in a section, as in {@code <0041> <005A> <0061>} or {@code <0041> <0042> [<61> <62>]}. */
    private static final Pattern RANGE =
            Pattern.compile("<([0-9A-Fa-f]{1,8})>\\s*<([0-9A-Fa-f]{1,8})>\\s*(?:<[^>]*>|\\[[^\\]]*\\]|\\d+)");

    private FontFloods() {}

    /** Takes the widths out of a copy of a descendant font that say too much; whether there were any. */
    static boolean removeWidths(COSDictionary descendant) {
        boolean removed = false;
        for (COSName key : List.of(COSName.W, VERTICAL_WIDTHS)) {
            COSArray widths = descendant.getCOSArray(key);
            if (widths != null && codes(widths, key.equals(COSName.W) ? 1 : 3) > CODES) {
                descendant.removeItem(key);
                removed = true;
            }
        }
        return removed;
    }

    /** @param values how many numbers follow the last code of a range */
    private static long codes(COSArray widths, int values) {
        long codes = 0;
        int i = 0;
        while (i + 1 < widths.size() && codes <= CODES) {
            if (widths.getObject(i + 1) instanceof COSArray list) {
                codes += list.size();
                i += 2;
            } else if (widths.getObject(i) instanceof COSNumber first
                    && widths.getObject(i + 1) instanceof COSNumber last) {
                codes += Math.max(1, last.longValue() - first.longValue());
                i += 2 + values;
            } else {
                return codes;
            }
        }
        return codes;
    }

    /** Whether a ToUnicode map says too much. */
    static boolean floods(COSStream map) {
        byte[] bytes;
        try {
            new PageBudget().unpack(map);
        } catch (PageTooCostlyException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
        try (InputStream in = map.createInputStream()) {
            bytes = in.readNBytes(MAP_BYTES + 1);
        } catch (IOException e) {
            // Damaged data is for the reader of the font to find.
            return false;
        }
        if (bytes.length > MAP_BYTES) {
            return true;
        }
        long codes = 0;
        Matcher section = SECTION.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        while (section.find() && codes <= CODES) {
            Matcher range = RANGE.matcher(section.group(1));
            while (range.find() && codes <= CODES) {
                long first = Long.parseLong(range.group(1), 16);
                codes += Math.max(1, Long.parseLong(range.group(2), 16) - first + 1);
            }
        }
        return codes > CODES;
    }
}
