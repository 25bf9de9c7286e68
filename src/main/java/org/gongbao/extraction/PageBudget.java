package org.gongbao.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/** What reading one page may cost: operators, characters, drawn forms, unpacked bytes. */
final class PageBudget {

    private static final int OPERATORS = 5_000_000;
    private static final int GLYPHS = 400_000;
    private static final int FORMS = 20_000;
    private static final int STATES = 5_000;
    private static final long UNPACKED = 64L << 20;

    /** The same where other filters than deflate are in use, whose steps are held in memory. */
    private static final int UNPACKED_BY_CHAIN = 16 << 20;

    /** Deflate packs no better than this (RFC 1951: 258 bytes in two bits). */
    private static final int DEFLATE_AT_BEST = 1_032;

    private int operators;
    private int glyphs;
    private int forms;

    void operator() {
        if (++operators > OPERATORS) {
            throw new PageTooCostlyException("more than " + OPERATORS + " drawing operators");
        }
    }

    void glyph() {
        if (++glyphs > GLYPHS) {
            throw new PageTooCostlyException("more than " + GLYPHS + " characters");
        }
    }

    void form() {
        if (++forms > FORMS) {
            throw new PageTooCostlyException("form XObjects are drawn more than " + FORMS + " times");
        }
    }

    /** @param depth how many graphics states are saved, one in the other */
    void state(int depth) {
        if (depth > STATES) {
            throw new PageTooCostlyException("more than " + STATES + " graphics states are saved in each other");
        }
    }

    /** Refuses a stream that would unpack to more than its bound; those that cannot are not looked into. */
    void unpack(COSStream stream) throws IOException {
        List<COSName> filters = filters(stream);
        if (filters.isEmpty() || filters.size() == 1 && stream.getLength() <= UNPACKED / DEFLATE_AT_BEST) {
            return;
        }
        if (!filters.stream().allMatch(PageBudget::isDeflate)) {
            if (FilterChain.exceeds(stream, filters, UNPACKED_BY_CHAIN)) {
                throw tooLarge(UNPACKED_BY_CHAIN);
            }
            return;
        }
        try (InputStream raw = stream.createRawInputStream()) {
            InputStream in = raw;
            for (int i = 0; i < filters.size(); i++) {
                in = new InflaterInputStream(in);
            }
            count(in);
        }
    }

    private static boolean isDeflate(COSName filter) {
        return filter.equals(COSName.FLATE_DECODE) || filter.equals(COSName.FLATE_DECODE_ABBREVIATION);
    }

    private static PageTooCostlyException tooLarge(long bound) {
        return new PageTooCostlyException("its content unpacks to more than " + (bound >> 20) + " MiB");
    }

    private static List<COSName> filters(COSStream stream) {
        COSBase filters = stream.getFilters();
        if (filters instanceof COSName name) {
            return List.of(name);
        }
        List<COSName> names = new ArrayList<>();
        if (filters instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSName name) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static void count(InputStream in) {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                total += n;
                if (total > UNPACKED) {
                    throw tooLarge(UNPACKED);
                }
            }
        } catch (IOException e) {
            // Damaged data is for the reader of the page to find; it ends here, so it is not too large.
            return;
        }
    }
}
