package org.gongbao.extraction;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongbao.record.Finding;

/**
 * Puts the ideograph in the place of a radical sign (部首). PDF producers write U+2F00 ⼀ for U+4E00 一 where a font has one
 * shape for both; a search would not find it. Kangxi radicals follow their compatibility mapping, those of the CJK
 * supplement the Unicode property Equivalent_Unified_Ideograph, as far as they are whole characters in use.
 */
final class Radicals {

    private static final char FIRST = '\u2e80';
    private static final char LAST = '\u2fd5';
    private static final char KANGXI = '\u2f00';
    private static final int QUOTED = 20;

    private static final Map<Character, String> SUPPLEMENT =
            supplement("⺁厂⺄乙⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺕彐⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺟母⺠民⺡氵⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺮竹"
                    + "⺯糹⺰纟⺱罓⺲罒⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门"
                    + "⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟");

    private final StringBuilder seen = new StringBuilder();
    private int count;

    /** The text with ideographs for radicals. */
    String unify(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isRadical(text.charAt(i))) {
                return replace(text);
            }
        }
        return text;
    }

    /** Says which were replaced, if any; the format is the first part of the finding's code. */
    Optional<Finding> finding(String format) {
        return count == 0
                ? Optional.empty()
                : Optional.of(Finding.info(
                                format + ".radicals-mapped",
                                count
                                        + " radical signs stood where ideographs were expected and were replaced by them.")
                        .quoting(seen.toString()));
    }

    private String replace(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            String ideograph = ideograph(c);
            out.append(ideograph);
            if (ideograph.charAt(0) != c) {
                count++;
                if (seen.length() < QUOTED && seen.indexOf(String.valueOf(c)) < 0) {
                    seen.append(c);
                }
            }
        }
        return out.toString();
    }

    private static String ideograph(char c) {
        if (!isRadical(c)) {
            return String.valueOf(c);
        }
        return c >= KANGXI
                ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC)
                : SUPPLEMENT.getOrDefault(c, String.valueOf(c));
    }

    private static boolean isRadical(char c) {
        return c >= FIRST && c <= LAST;
    }

    private static Map<Character, String> supplement(String pairs) {
        Map<Character, String> map = new HashMap<>();
        for (int i = 0; i < pairs.length(); i += 2) {
            map.put(pairs.charAt(i), pairs.substring(i + 1, i + 2));
        }
        return map;
    }
}
