package org.gongbao.publication;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads names out in pinyin (汉语拼音) without tones, for addresses and names that have to be ASCII. Character by character, so that it
 * depends on nothing but the text.
 */
public final class Pinyin {

    private static final Pattern BREAK = Pattern.compile("[\\s-]+");

    private Pinyin() {}

    /** Made when it is first needed, for it takes a while. */
    private static final class Reader {
        private static final Transliterator INSTANCE = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
    }

    /** The syllables joined by hyphens, one a Chinese character; letters and figures stay together, other signs as they are. */
    public static String of(String text) {
        String read = text.codePoints()
                .mapToObj(Character::toString)
                .map(sign -> isChinese(sign) ? " " + Reader.INSTANCE.transliterate(sign) + " " : sign)
                .collect(Collectors.joining())
                .toLowerCase(Locale.ROOT);
        return BREAK.splitAsStream(read).filter(part -> !part.isEmpty()).collect(Collectors.joining("-"));
    }

    private static boolean isChinese(String sign) {
        return Character.UnicodeScript.of(sign.codePointAt(0)) == Character.UnicodeScript.HAN;
    }
}
