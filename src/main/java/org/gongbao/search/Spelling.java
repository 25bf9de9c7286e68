package org.gongbao.search;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a text is spelled (拼音): a syllable for each of its characters, told by the words they stand in; letters and digits spell
 * themselves, other signs nothing.
 *
 * @param text what is spelled
 * @param syllables one for each character of it, in small letters without tones
 */
record Spelling(String text, List<String> syllables) {

    /** Longest text that is spelled; more would be no title. */
    private static final int LONGEST = 200;

    private static final int GRAM = 3;

    Spelling {
        syllables = List.copyOf(syllables);
    }

    static Spelling of(String text) {
        String cut = text.substring(0, Math.min(LONGEST, text.length()));
        List<String> syllables = new ArrayList<>(cut.length());
        BreakIterator words = BreakIterator.getWordInstance(Locale.CHINESE);
        words.setText(cut);
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            addWord(cut.substring(start, end), syllables);
            start = end;
        }
        return new Spelling(cut, syllables);
    }

    /** Word by word, for 长 is another syllable in 市长 than in 长江, though 市 may stand before both. */
    private static void addWord(String word, List<String> syllables) {
        List<Pinyin> all = HanLP.convertToPinyinList(word);
        for (int i = 0; i < word.length(); i++) {
            char character = word.charAt(i);
            Pinyin pinyin = i < all.size() ? all.get(i) : Pinyin.none5;
            if (pinyin != Pinyin.none5) {
                syllables.add(pinyin.getPinyinWithoutTone().toLowerCase(Locale.ROOT));
            } else {
                boolean isLetter = character < 128 && Character.isLetterOrDigit(character);
                syllables.add(isLetter ? String.valueOf(Character.toLowerCase(character)) : "");
            }
        }
    }

    /** All syllables in one word: {@code zhengwugongkai}. */
    String whole() {
        return String.join("", syllables);
    }

    /** The first letter of each syllable: {@code zwgk}. */
    String initials() {
        StringBuilder initials = new StringBuilder();
        syllables.stream()
                .filter(syllable -> !syllable.isEmpty())
                .forEach(syllable -> initials.append(syllable.charAt(0)));
        return initials.toString();
    }

    /** Where letters are found that begin at a character: as syllables, of which the last may be unfinished, or as initials. */
    Optional<Span> find(String letters) {
        for (int start = 0; start < syllables.size(); start++) {
            int end = syllables.get(start).isEmpty() ? -1 : Math.max(spelled(letters, start), initials(letters, start));
            if (end > start) {
                return Optional.of(new Span(start, end));
            }
        }
        return Optional.empty();
    }

    /** Characters of the text. */
    record Span(int start, int end) {}

    private int spelled(String letters, int start) {
        int at = 0;
        for (int i = start; i < syllables.size(); i++) {
            String syllable = syllables.get(i);
            String rest = letters.substring(at);
            if (!syllable.isEmpty() && syllable.startsWith(rest)) {
                return i + 1;
            }
            if (!rest.startsWith(syllable)) {
                return -1;
            }
            at += syllable.length();
        }
        return -1;
    }

    private int initials(String letters, int start) {
        int at = 0;
        for (int i = start; i < syllables.size(); i++) {
            String syllable = syllables.get(i);
            if (!syllable.isEmpty() && syllable.charAt(0) != letters.charAt(at++)) {
                return -1;
            }
            if (at == letters.length()) {
                return i + 1;
            }
        }
        return -1;
    }

    /** The pieces by which the index knows letters: of three, or of two where there are no more. */
    static Set<String> grams(String letters) {
        Set<String> grams = new LinkedHashSet<>();
        if (letters.length() < GRAM) {
            grams.add(letters);
        }
        for (int i = 0; i + GRAM <= letters.length(); i++) {
            grams.add(letters.substring(i, i + GRAM));
        }
        return grams;
    }
}
