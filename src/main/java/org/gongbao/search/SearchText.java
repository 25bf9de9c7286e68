package org.gongbao.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader typed, as words and phrases. Whatever is no letter, digit or symbol of writing parts words and is gone, so
 * that nothing in it can be query syntax; quotation marks keep words together.
 *
 * @param typed what was typed, cut to {@link #LONGEST} characters
 * @param words without those of conditions
 * @param phrases what stood in quotation marks
 * @param conditions what must or must not stand somewhere
 */
record SearchText(String typed, List<String> words, List<String> phrases, List<Condition> conditions) {

    /** Code points that are searched for; more would be a text, not a question, and a query without bounds. */
    static final int LONGEST = 120;

    private static final String QUOTES = "\"“”„＂「」『』";

    SearchText {
        words = List.copyOf(words);
        phrases = List.copyOf(phrases);
        conditions = List.copyOf(conditions);
    }

    static SearchText of(String text) {
        String cut = cut(text.strip());
        List<Condition> conditions = new ArrayList<>();
        String plain = Condition.take(cut, conditions);
        List<String> words = new ArrayList<>();
        List<String> phrases = new ArrayList<>();
        String[] parts = plain.split("[" + QUOTES + "]", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean isQuoted = i % 2 == 1 && i < parts.length - 1;
            List<String> found = words(parts[i]);
            if (isQuoted && !found.isEmpty()) {
                phrases.add(joined(found));
            } else {
                words.addAll(found);
            }
        }
        return new SearchText(cut, words, phrases, conditions);
    }

    boolean isBlank() {
        return typed.isBlank();
    }

    /** Whether there are conditions alone, and no words to judge hits by. */
    boolean hasNoWords() {
        return words.isEmpty() && phrases.isEmpty();
    }

    /** Whether something was typed that no document can be found by. */
    boolean hasNothingToFind() {
        return hasNoWords() && conditions.isEmpty();
    }

    boolean says(String word) {
        return Stream.concat(words.stream(), phrases.stream()).anyMatch(each -> each.contains(word));
    }

    /** The same with another word in the place of one; the other word stands together, as it is one. */
    SearchText replaced(String word, String other) {
        List<String> rest = new ArrayList<>();
        words.forEach(each -> rest.addAll(words(each.replace(word, " "))));
        List<String> all = new ArrayList<>();
        phrases.forEach(each -> all.add(each.replace(word, other)));
        if (words.stream().anyMatch(each -> each.contains(word))) {
            all.add(other);
        }
        return new SearchText(typed, rest, all, conditions);
    }

    /** As text for the query parser: words, and phrases that must be there. */
    String query() {
        StringBuilder query = new StringBuilder(String.join(" ", words));
        for (String phrase : phrases) {
            query.append(query.isEmpty() ? "" : " ")
                    .append("+\"")
                    .append(phrase)
                    .append('"');
        }
        return query.toString();
    }

    /** The only character, where one Han character is all that is asked: pairs of characters do not know it. */
    @Nullable
    String onlyCharacter() {
        List<String> all = words.isEmpty() ? phrases : words;
        if (words.size() + phrases.size() != 1) {
            return null;
        }
        return isHanCharacter(all.get(0)) ? all.get(0) : null;
    }

    static boolean isHanCharacter(String word) {
        return word.codePointCount(0, word.length()) == 1 && isHan(word.codePointAt(0));
    }

    /**
     * Whether the index, which knows pairs of characters, can tell the words: two Han characters or two letters stand together. Of
     * other words a query parser makes no query at all.
     */
    static boolean hasPair(String phrase) {
        int before = ' ';
        for (int character : phrase.codePoints().toArray()) {
            if (Character.isLetterOrDigit(character)
                    && Character.isLetterOrDigit(before)
                    && isHan(character) == isHan(before)) {
                return true;
            }
            before = character;
        }
        return false;
    }

    /** The words of a text as one phrase, empty where there are none. */
    static String phrase(String text) {
        List<String> words = words(text);
        return words.isEmpty() ? "" : joined(words);
    }

    /** Cuts after a whole word where writing has such, and never inside a character. */
    private static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        int end = text.offsetByCodePoints(0, LONGEST);
        int border = end;
        while (border > 0 && isLatin(text.codePointBefore(border)) && isLatin(text.codePointAt(border))) {
            border = text.offsetByCodePoints(border, -1);
        }
        return text.substring(0, border == 0 ? end : border).strip();
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            int next = i + Character.charCount(character);
            if (isWriting(character) || isDecimalPoint(text, i)) {
                word.appendCodePoint(character);
            } else if (!isInvisible(character)) {
                add(word, words);
            }
            i = next;
        }
        add(word, words);
        return words;
    }

    private static void add(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            // In small letters AND, OR and NOT are words like any other.
            words.add(word.toString().toLowerCase(Locale.ROOT));
            word.setLength(0);
        }
    }

    /** Phrases of Han characters have no blanks, whatever was typed between them. */
    private static String joined(List<String> words) {
        StringBuilder phrase = new StringBuilder(words.get(0));
        for (String word : words.subList(1, words.size())) {
            boolean isBetweenHan = isHan(phrase.codePointBefore(phrase.length())) && isHan(word.codePointAt(0));
            phrase.append(isBetweenHan ? "" : " ").append(word);
        }
        return phrase.toString();
    }

    private static boolean isWriting(int character) {
        return switch (Character.getType(character)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.OTHER_SYMBOL,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    private static boolean isDecimalPoint(String text, int at) {
        return text.charAt(at) == '.'
                && at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
    }

    /** Zero-width and direction marks, soft hyphens: they part nothing. */
    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT;
    }

    private static boolean isLatin(int character) {
        return Character.isLetterOrDigit(character) && !isHan(character);
    }

    private static boolean isHan(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }
}
