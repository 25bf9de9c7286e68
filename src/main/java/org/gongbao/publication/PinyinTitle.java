package org.gongbao.publication;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.ibm.icu.text.BreakIterator;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Chinese title in pinyin (汉语拼音, {@value #LANGUAGE}) with tones, its syllables joined to words as GB/T 16159 has them, for
 * catalogues of readers who cannot read characters: {@code Guānyú yìnfā shùjù kāifàng fāng'àn de tōngzhī}. A machine's reading, told by
 * the words that characters stand in; it depends on the text and on nothing else, so that it is the same everywhere.
 */
public final class PinyinTitle {

    /** Chinese in Latin letters (BCP 47). */
    public static final String LANGUAGE = "zh-Latn";

    /** Longest title that is read out. */
    private static final int LONGEST = 500;

    private static final String OPENING = "([“‘";
    private static final String CLOSING = ")]”’,.;:!?%";

    /** Signs of Chinese that Latin letters have otherwise, beside those of another width. */
    private static final Map<Character, Character> SIGNS = Map.ofEntries(
            Map.entry('《', '“'),
            Map.entry('》', '”'),
            Map.entry('〈', '‘'),
            Map.entry('〉', '’'),
            Map.entry('「', '“'),
            Map.entry('」', '”'),
            Map.entry('〔', '['),
            Map.entry('〕', ']'),
            Map.entry('【', '['),
            Map.entry('】', ']'),
            Map.entry('、', ','),
            Map.entry('。', '.'));

    private final StringBuilder out = new StringBuilder();

    private PinyinTitle() {}

    /**
     * Reads a title out; empty where it is none of Chinese.
     *
     * @param language of the title, by BCP 47
     */
    public static Optional<String> of(@Nullable String title, String language) {
        if (title == null || !language.startsWith("zh") || title.codePoints().noneMatch(PinyinTitle::isChinese)) {
            return Optional.empty();
        }
        PinyinTitle pinyin = new PinyinTitle();
        String text = title.substring(0, Math.min(LONGEST, title.length()));
        BreakIterator words = BreakIterator.getWordInstance(Locale.CHINESE);
        words.setText(text);
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            pinyin.add(text.substring(start, end));
            start = end;
        }
        return Optional.of(pinyin.capitalised());
    }

    private static boolean isChinese(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    private void add(String word) {
        if (!word.codePoints().allMatch(PinyinTitle::isChinese)) {
            String plain = Normalizer.normalize(word, Normalizer.Form.NFKC).strip();
            for (int i = 0; i < plain.length(); i++) {
                plain(SIGNS.getOrDefault(plain.charAt(i), plain.charAt(i)), i == 0);
            }
            return;
        }
        StringBuilder read = new StringBuilder();
        List<Pinyin> syllables = HanLP.convertToPinyinList(word);
        for (int i = 0; i < syllables.size(); i++) {
            Pinyin syllable = syllables.get(i);
            String tones = syllable == Pinyin.none5 ? word.substring(i, i + 1) : syllable.getPinyinWithToneMark();
            read.append(read.isEmpty() || !startsWithVowel(tones) ? "" : "'").append(tones);
        }
        space(read.charAt(0));
        out.append(read);
    }

    /** A syllable of a, o or e is told apart from the one before it (隔音符号). */
    private static boolean startsWithVowel(String syllable) {
        String base = Normalizer.normalize(syllable, Normalizer.Form.NFD);
        return !base.isEmpty() && "aoe".indexOf(base.charAt(0)) >= 0;
    }

    private void plain(char sign, boolean isFirst) {
        if (isFirst) {
            space(sign);
        }
        out.append(sign);
    }

    private void space(char next) {
        boolean isJoined = out.isEmpty() || OPENING.indexOf(out.charAt(out.length() - 1)) >= 0;
        if (!isJoined && CLOSING.indexOf(next) < 0) {
            out.append(' ');
        }
    }

    private String capitalised() {
        return out.substring(0, 1).toUpperCase(Locale.ROOT) + out.substring(1);
    }
}
