package org.gongbao.publication;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.DocumentNumber;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/**
 * A document's address by its number (ELI 地址): {@code /eli/cn/990100/yun-zheng-ban-zi/2023/12} for 云政办字〔2023〕12号. It is a second
 * name, given where the number {@linkplain VerifiedNumber was verified}; {@link Uid} is the one that never changes.
 *
 * <p>The code of the number is read out in pinyin, so that the address is the same on every machine without a list that somebody would
 * have to keep. Two codes that read alike and bear the same number have one address, as two documents with one number have;
 * see {@link NumberedDocuments}.
 *
 * @param division six digits after GB/T 2260 of the place whose document it is
 * @param code the agency code read out, syllables joined by hyphens
 * @param year of the number; of the document where the number has none (国务院令第711号)
 */
public record NumberAddress(String division, String code, int year, int sequence) {

    private static final String START = "/eli/cn/";
    private static final Pattern DIVISION = Pattern.compile("\\d{6}");
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern PATH = Pattern.compile(START + "(\\d{6})/([a-z0-9-]+)/(\\d{4})/(\\d{1,7})");
    private static final int LONGEST_CODE = 60;

    public NumberAddress {
        if (!DIVISION.matcher(division).matches() || !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("the address by number has division \"" + division + "\" and code \""
                    + code + "\", expected six digits and syllables joined by hyphens");
        }
        if (year < 1000 || year > 9999 || sequence < 0) {
            throw new IllegalArgumentException("the address by number has year " + year + " and number " + sequence
                    + ", expected a year of four" + " digits and a number of 0 or more");
        }
    }

    /** The address of a document; empty where nothing is known for certain that it is made of. */
    public static Optional<NumberAddress> of(DocumentRecord record) {
        Optional<DocumentNumber> number = VerifiedNumber.of(record);
        Optional<String> division = VerifiedNumber.division(record);
        if (number.isEmpty() || division.isEmpty()) {
            return Optional.empty();
        }
        @Nullable
        Integer year = number.get().year() != null
                ? number.get().year()
                : VerifiedNumber.year(record).orElse(null);
        return year == null
                ? Optional.empty()
                : of(division.get(), number.get().code(), year, number.get().sequence());
    }

    /** The address of its parts, the code in Chinese or read out; empty where they are none. */
    public static Optional<NumberAddress> of(String division, String code, int year, int sequence) {
        if (code.length() > LONGEST_CODE
                || !DIVISION.matcher(division).matches()
                || year < 1000
                || year > 9999
                || sequence < 0) {
            return Optional.empty();
        }
        String reading = Pinyin.of(code);
        return CODE.matcher(reading).matches()
                ? Optional.of(new NumberAddress(division, reading, year, sequence))
                : Optional.empty();
    }

    /** The address that a path is; empty for every other one. */
    static Optional<NumberAddress> parse(String path) {
        Matcher parts = PATH.matcher(path);
        return parts.matches()
                ? of(parts.group(1), parts.group(2), Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4)))
                : Optional.empty();
    }

    /** The path, ASCII only. */
    @Override
    public String toString() {
        return START + division + "/" + code + "/" + year + "/" + sequence;
    }
}
