package org.gongbao.command;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Words of made documents with the vocabulary and the frequencies of real texts: those of a dictionary of 30,000 words and
 * more, each as often as it is written. Sentences have no meaning; an index cannot tell.
 */
final class GeneratedText {

    private static final String WORDS = "/data/dictionary/synonym/CoreSynonym.txt";
    private static final Pattern WORD = Pattern.compile("[\\u4e00-\\u9fff]{2,4}");

    /** Words of a clause, at least and at most. */
    private static final int SHORTEST = 4;

    private static final int LONGEST = 11;

    private final TreeMap<Long, String> words = new TreeMap<>();
    private final long sum;

    GeneratedText() {
        long upTo = 0;
        for (String word : vocabulary()) {
            // Nothing is so rare that no text has it.
            upTo += 1 + CoreDictionary.getTermFrequency(word);
            words.put(upTo, word);
        }
        sum = upTo;
    }

    private static List<String> vocabulary() {
        try (InputStream packed = Objects.requireNonNull(HanLP.class.getResourceAsStream(WORDS), WORDS);
                BufferedReader lines = new BufferedReader(new InputStreamReader(packed, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .flatMap(line -> Pattern.compile(" ").splitAsStream(line).skip(1))
                    .filter(word -> WORD.matcher(word).matches())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the dictionary of made texts cannot be read", e);
        }
    }

    int size() {
        return words.size();
    }

    String word(Random random) {
        return words.higherEntry(random.nextLong(sum)).getValue();
    }

    /** Words side by side. */
    String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(word(random));
        }
        return text.toString();
    }

    /** Paragraphs of so many characters or a little more. */
    List<String> paragraphs(Random random, int characters) {
        List<String> paragraphs = new ArrayList<>();
        int written = 0;
        while (written < characters) {
            StringBuilder paragraph = new StringBuilder("　　");
            int clauses = 3 + random.nextInt(6);
            for (int clause = 1; clause <= clauses; clause++) {
                paragraph.append(words(random, SHORTEST + random.nextInt(LONGEST - SHORTEST + 1)));
                paragraph.append(clause == clauses || random.nextInt(3) == 0 ? '。' : '，');
            }
            paragraphs.add(paragraph.toString());
            written += paragraph.length();
        }
        return paragraphs;
    }
}
